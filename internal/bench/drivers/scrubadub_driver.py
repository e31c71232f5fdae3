"""scrubadub. `stock` has the detectors that load by themselves; `all` adds names by part of speech, addresses' postal codes,
dates of birth, licences and plates, which have to be asked for. A post is one sentence to it: the model that would part
sentences is on no package registry."""

import driver


def load(config):
    import scrubadub
    import scrubadub.detectors.text_blob as by_part_of_speech
    from textblob.blob import Sentence

    scrubber = scrubadub.Scrubber()
    if config == "all":
        by_part_of_speech.textblob.TextBlob = Sentence
        for name in ("TextBlobNameDetector", "PostalCodeDetector", "DateOfBirthDetector", "DriversLicenceDetector", "VehicleLicencePlateDetector"):
            scrubber.add_detector(getattr(scrubadub.detectors, name))

    def find(text):
        return [(f.beg, f.end, f.type) for f in scrubber.iter_filth(text)]

    return find


driver.run(load)
