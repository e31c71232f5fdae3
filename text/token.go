package text

// Kind says what a token is.
type Kind uint8

// The kinds of tokens.
const (
	Word    Kind = iota
	Number       // digits, with . , : / only between digits
	Punct        // a punctuation mark or symbol, or a run of the same one
	Emoji        // one whole sequence: skin tone, joined people, flag, keycap
	Handle       // @name, @name@host, @name.host
	Hashtag      // never a token's: the words of a tag are Word and Number tokens flagged InTag
	Link         // with a scheme, with www., or a bare domain
	Email        // name@host
	Newline      // CR LF, LF or CR
)

// Flags are what else is known of a token.
type Flags uint8

// The flags of tokens.
const (
	Capital       Flags = 1 << iota // the first letter is upper case
	Upper                           // all letters are upper case, and there are at least two
	InTag                           // part of a hashtag
	Glued                           // no space before it
	Quoted                          // inside a quote
	Bent                            // an evasive spelling was undone
	SentenceStart                   // the first word, number, handle or link of its sentence
)

// Has reports whether all of the given flags are set.
func (f Flags) Has(g Flags) bool { return f&g == g }

// Token is the smallest stretch of text that later stages look at.
type Token struct {
	Start, End int32  // bytes in the original
	Form       string // folded: see Fold; a handle's has no @, a mark's is the mark once, in ASCII where there is one
	Kind       Kind
	Flags      Flags
	Sentence   int32 // index into Document.Sentences
}

// Sentence is a run of tokens that belong together. The line ends after it count among its tokens, but not among
// its bytes.
type Sentence struct {
	Start, End  int32 // bytes in the original
	First, Last int32 // tokens [First, Last)
	Question    bool  // ends in ?
	Paragraph   int32 // paragraphs are parted by blank lines
}

// QuoteKind says how somebody else's words are marked.
type QuoteKind uint8

// The kinds of quotes.
const (
	QuoteMarks      QuoteKind = iota // between quotation marks, which are part of the span
	QuoteLine                        // lines that begin with >
	QuoteRetweet                     // RT @name: …
	QuoteScreenshot                  // a described picture of words: "screenshot: …", "[image: …]"
)

// Quote is a stretch of words that the author repeats.
type Quote struct {
	Start, End int32 // bytes in the original
	Kind       QuoteKind
}

// Document is a text and what was found in it. Tokens, sentences and quotes are in the order of their Start.
type Document struct {
	Text      string
	Tokens    []Token
	Sentences []Sentence
	Quotes    []Quote
}
