"""`layso printer find` and `layso printer test`, and where printers are looked for."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from layso_assets.command_line import CommandLine
from layso_assets.languages import Texts
from layso_printing.double.double import PaperDouble
from layso_printing.printer.command import add_options, run
from layso_printing.printer.search import network_places, usb_place


def command(*words: str) -> int:
    parser = CommandLine(texts=Texts("vi"))
    add_options(parser)
    return run(parser.parse_args(words))


def test_a_network_printer_is_found_by_its_open_port(double: PaperDouble) -> None:
    (place,) = network_places("127.0.0.0/30", 5.0, double.port)
    assert place.uri == double.uri


@dataclass
class _End:
    bEndpointAddress: int  # as the USB library calls it


class _Interface(list[_End]):
    bInterfaceClass = 7


class _Device(list[list[_Interface]]):
    idVendor, idProduct = 0x04B8, 0x0E28


def test_a_usb_printer_is_addressed_by_its_own_endpoints() -> None:
    printer = _Device([[_Interface([_End(0x01), _End(0x82)])]])
    assert [place.uri for place in usb_place(printer)] == ["usb://04b8:0e28?in=0x82&out=0x01"]
    assert list(usb_place(_Device([[_Interface([_End(0x01)])]]))) == []


def test_a_test_print_tells_what_the_printer_can_say_and_keeps_it(
    double: PaperDouble, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "printer.toml"
    assert command("test", double.uri, "--keep", str(file)) == 0
    said = capsys.readouterr().out
    assert "xác nhận từng phiếu" in said
    assert "Phiếu thử đã in" in said
    assert file.exists()
    assert len(double.wait_for(1)) == 1


@pytest.mark.parametrize(
    ("fault", "said"), [("paper_out", "hết giấy"), ("knife", "Dao cắt giấy bị kẹt")]
)
def test_a_test_print_that_fails_says_why(
    double: PaperDouble, fault: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    double.tell(fault)
    assert command("test", double.uri) == 1
    assert said in capsys.readouterr().out


def test_wrong_words_are_one_sentence(
    double: PaperDouble, capsys: pytest.CaptureFixture[str]
) -> None:
    double.stop()
    assert command("test", "ftp://máy-in", "--language", "en") == 2
    assert command("find", "--network", "10.0.0.0/8") == 2
    assert command("test", double.uri, "--language", "en") == 1
    said = capsys.readouterr()
    assert "not understood" in said.err
    assert "10.0.0.0/8" in said.err
    assert "cannot be reached" in said.out
