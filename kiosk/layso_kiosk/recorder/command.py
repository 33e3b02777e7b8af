"""``layso-voice``: write calls to files; check, make and record voice packs."""

import re
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable

from layso_assets.command_line import texts_for
from layso_assets.languages import Texts
from layso_kiosk.look.options import OptionsWrong, see_screen
from layso_kiosk.look.sound import espeak, waves
from layso_kiosk.look.sound.announcement import Manner, Say, compose
from layso_kiosk.look.sound.making import SERIES_HEARD_APART, PackFolder, full_keys
from layso_kiosk.look.sound.numbers import HIGHEST
from layso_kiosk.look.sound.pack import PackFaulty, Voice, VoicePack, open_voice, words_of
from layso_kiosk.look.sound.piper import PiperFaulty, piper_speaks
from layso_kiosk.look.sound.speaker import Announcement, render_to_file
from layso_kiosk.look.sound.synthesiser import COMMAND, PATIENCE_MS
from layso_kiosk.recorder.options import read_options

WRONG = 2


def main() -> int:
    """Do what the command line says; 0, 1 for an incomplete pack, 2 with a sentence when wrong."""
    arguments = sys.argv[1:]
    texts = texts_for(arguments)
    try:
        options = read_options(arguments, texts)
        doing: dict[str, Callable[[Namespace, Texts], int]] = {
            "say": say, "check": check, "make": make, "record": record,
        }  # fmt: skip
        return doing[options.word](options, texts)
    except OptionsWrong as wrong:
        print(wrong, file=sys.stderr)
        return WRONG
    except PackFaulty as fault:
        print(fault.sentence(texts), file=sys.stderr)
        return WRONG
    except OSError as fault:
        print(texts.say("voice.command.file_bad", file=fault.filename), file=sys.stderr)
        return WRONG


def say(options: Namespace, texts: Texts) -> int:
    """Write the announcement of one call; words that no pack has are spoken by espeak-ng."""
    if not re.fullmatch(r"[A-Z]{1,2}\d{1,4}(-\d{1,3})?", options.number):
        raise OptionsWrong(texts.say("voice.command.number_bad", number=options.number))
    if not 1 <= options.counter <= HIGHEST:
        raise OptionsWrong(texts.say("voice.command.counter_bad", counter=options.counter))
    languages = tuple(filter(None, options.languages.split(",")))
    manner = Manner(languages, times=options.times, reading=options.reading, region=options.region)
    voice = open_voice(options.voices)
    parts = compose(options.number, options.counter, manner)
    for part in voice.missing(parts):
        _speak(voice, part)
    mute = dict.fromkeys(part.language for part in voice.missing(parts))
    if mute:
        raise OptionsWrong(texts.say("voice.command.mute", languages=", ".join(mute)))
    call = Announcement(1, options.number, options.counter)
    seconds = render_to_file(call, manner, options.out, voice)
    print(texts.say("voice.command.said", file=options.out, seconds=f"{seconds:.1f}"))
    return 0


def check(options: Namespace, texts: Texts) -> int:
    """Say which words a pack lacks; a damaged clip counts as lacking."""
    pack = VoicePack(options.folder)
    keys = full_keys(pack.language, SERIES_HEARD_APART)
    lacking = [key for key in keys if pack.clip(key) is None]
    about = {"language": pack.language, "n": len(lacking) or len(keys)}
    if lacking:
        print(texts.say("voice.command.lacking", words=", ".join(lacking), **about))
        return 1
    print(texts.say("voice.command.complete", maker=pack.maker, **about))
    return 0


def make(options: Namespace, texts: Texts) -> int:
    """Have a whole pack spoken by espeak-ng, or by Piper where a model is given."""
    language, model = options.speak, options.model
    maker = f"Piper, {model.stem}" if model else f"espeak-ng, voice {language}"
    pack = PackFolder(options.folder, language, maker)
    keys = full_keys(language, SERIES_HEARD_APART)
    try:
        for index, key in enumerate(keys):
            words = words_of(Say(key, language))
            heard = piper_speaks(words, model) if model else espeak.speak(words, language)
            pack.keep(index, key, waves.level(waves.trim(heard)))
    except (espeak.CannotSpeak, PiperFaulty) as fault:
        sentence = texts.say("voice.command.cannot_speak", language=language, why=fault)
        raise OptionsWrong(sentence) from fault
    print(texts.say("voice.command.made", n=len(keys), folder=options.folder))
    return 0


def record(options: Namespace, texts: Texts) -> int:
    """Open the recording wizard until its window is closed."""
    see_screen(texts)
    from layso_kiosk.look.ending import run_until_closed
    from layso_kiosk.look.program import open_application
    from layso_kiosk.look.texts import ScreenTexts
    from layso_kiosk.recorder.window import Recorder

    pack = PackFolder(options.folder, options.speak, options.maker)
    app = open_application("layso-voice")
    window = Recorder(pack, ScreenTexts(texts.language), size=options.size)
    return run_until_closed(app, window.close)


def _speak(voice: Voice, part: Say) -> None:
    words = [*COMMAND, part.language, words_of(part)]
    spoken = subprocess.run(words, capture_output=True, check=False, timeout=PATIENCE_MS / 1000)
    if spoken.returncode == 0 and spoken.stdout:
        voice.add(part, waves.from_bytes(spoken.stdout))


if __name__ == "__main__":
    sys.exit(main())
