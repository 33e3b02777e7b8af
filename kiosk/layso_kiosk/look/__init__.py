"""What all windows share: tokens, QML parts, languages, sound, the pilot of tests and demo."""
