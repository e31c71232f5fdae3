package meta

import (
	"bytes"
	"encoding/json"
	"strings"
)

// Label is a value of an export with the name that the platform shows for it, in the language of the account.
type Label struct {
	Label  Text    `json:"label"`
	Title  Text    `json:"title"`
	Value  Text    `json:"value"`
	Href   Text    `json:"href"`
	Time   Stamp   `json:"timestamp"`
	Moment Stamp   `json:"timestamp_value"`
	Dict   []Label `json:"dict"`
}

// Labels is a list of labels, or an object of them (string_map_data) in its order.
type Labels []Label

// UnmarshalJSON reads both shapes.
func (l *Labels) UnmarshalJSON(b []byte) error {
	*l = nil
	if !bytes.HasPrefix(b, []byte("{")) {
		return json.Unmarshal(b, (*[]Label)(l))
	}
	d := json.NewDecoder(bytes.NewReader(b))
	if _, err := d.Token(); err != nil {
		return err
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return err
		}
		var label Label
		if err := d.Decode(&label); err != nil {
			return err
		}
		name, _ := key.(string)
		label.Label = Text(Mend(name))
		*l = append(*l, label)
	}
	return nil
}

// Find returns the first label that means something, looking into lists of labels too.
func (l Labels) Find(m Meaning) (Label, bool) {
	for _, x := range l {
		if MeaningOf(string(x.Label)) == m {
			return x, true
		}
		if inner, ok := Labels(x.Dict).Find(m); ok {
			return inner, true
		}
	}
	return Label{}, false
}

// Value returns what a label says, empty where it is not there.
func (l Labels) Value(m Meaning) string {
	x, _ := l.Find(m)
	return string(x.Value)
}

// When returns the first time among the labels.
func (l Labels) When() Stamp {
	for _, x := range l {
		for _, s := range []Stamp{x.Time, x.Moment} {
			if !s.IsZero() {
				return s
			}
		}
	}
	return Stamp{}
}

// Meaning is what a label stands for in any language.
type Meaning int

// What labels mean, as far as it is asked here.
const (
	Unknown Meaning = iota
	Comment         // what somebody wrote under something
	Words           // what somebody wrote elsewhere: a message, a post
	Owner           // of the picture that was commented on
	Name
	Username
	Bio
	Private // whether the account is
	Address // of a page
)

// MeaningOf reads a label in the languages that exports are commonly written in.
func MeaningOf(label string) Meaning {
	switch strings.ToLower(strings.TrimSpace(label)) {
	case "comment", "opmerking", "kommentar", "komentarz", "yorum", "تعليق", "комментарий", "commento", "comentariu", "comentario", "comentário",
		"koment", "commentaire", "reactie", "kommentti", "コメント", "댓글", "评论", "留言":
		return Comment
	case "message", "nachricht", "mensaje", "messaggio", "bericht", "mensagem", "mesaj", "wiadomość", "сообщение", "رسالة", "meddelande",
		"besked", "melding", "viesti", "メッセージ", "메시지", "消息", "訊息",
		"post", "text", "caption", "beitrag", "publication", "publicación", "publicação", "texto", "texte", "testo", "tekst", "bildunterschrift", "légende":
		return Words
	case "media owner", "media-eigenaar", "medieninhaber", "właściciel mediów", "medya sahibi", "مالك الوسائط", "владелец медиафайла",
		"proprietario del contenuto multimediale", "proprietarul conținutului media", "propietario del contenido multimedia", "pronari i medias",
		"propriétaire du contenu multimédia", "proprietário da mídia", "author", "auteur", "autor", "yazar", "الكاتب", "автор", "autore", "作者":
		return Owner
	case "name", "naam", "nazwa", "ad", "الاسم", "имя", "nome", "nume", "nombre", "nom", "emri", "namn", "navn", "nimi", "名前", "이름", "姓名", "名稱":
		return Name
	case "username", "gebruikersnaam", "nutzername", "benutzername", "nazwa użytkownika", "kullanıcı adı", "اسم المستخدم", "имя пользователя",
		"nome utente", "nume de utilizator", "nombre de usuario", "nom d'utilisateur", "nom d’utilisateur", "nome de usuário", "emri i përdoruesit",
		"användarnamn", "brugernavn", "brukernavn", "käyttäjänimi", "ユーザーネーム", "사용자 이름", "用户名", "用戶名稱":
		return Username
	case "bio", "biography", "biografie", "biographie", "biografía", "biografia", "biyografi", "steckbrief", "biogram", "о себе", "биография",
		"السيرة الذاتية", "presentation", "自己紹介", "소개", "简介", "個人簡介":
		return Bio
	case "private account", "privéaccount", "privates konto", "compte privé", "cuenta privada", "conta privada", "account privato", "konto prywatne",
		"gizli hesap", "закрытый аккаунт", "privat konto", "yksityinen tili", "非公開アカウント", "비공개 계정", "私密账户":
		return Private
	case "url", "link", "الرابط", "url-адрес", "lien", "enlace", "網址":
		return Address
	}
	return Unknown
}
