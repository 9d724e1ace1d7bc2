"""PDFs written by hand and PDFs that are refused: scans, passwords, damage, bombs."""

import base64
import io
import zlib
from contextlib import suppress

import pytest
from printed import column, draw_pdf

from corpora import pdf
from corpora.errors import FormatError
from corpora.read import read_passages

BODY = [
    "The Council of Harbour Towns met in the spring and took note of the",
    "report on the state of the archives, which had been flooded twice.",
]


def refused(path):
    with pytest.raises(FormatError) as caught:
        read_passages(path)
    assert caught.value.remedy
    return f"{caught.value} {caught.value.remedy}"


def test_scan(tmp_path):
    from PIL import Image
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 600, 800)
    canvas.save()
    assert "ocrmypdf" in refused(tmp_path / "a.pdf")


def test_password(tmp_path):
    path = draw_pdf(tmp_path / "a.pdf", [column(BODY)], encrypt="secret")
    assert "password" in refused(path)


def test_owner_password_alone_bars_nobody(tmp_path):
    from reportlab.lib.pdfencrypt import StandardEncryption

    lock = StandardEncryption("", ownerPassword="secret", canCopy=0)
    path = draw_pdf(tmp_path / "a.pdf", [column(BODY)], encrypt=lock)
    assert [p.text for p in read_passages(path)] == [" ".join(BODY)]


def numbered_objects(objects):
    """Return the bytes of a PDF of these objects, numbered from 1; the first is the catalog."""
    data = io.BytesIO()
    data.write(b"%PDF-1.4\n")
    places = []
    for number, inside in enumerate(objects, 1):
        places.append(data.tell())
        data.write(b"%d 0 obj\n%b\nendobj\n" % (number, inside))
    table = data.tell()
    data.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1))
    data.writelines(b"%010d 00000 n \n" % place for place in places)
    data.write(b"trailer << /Size %d /Root 1 0 R >>\n" % (len(places) + 1))
    data.write(b"startxref\n%d\n%%%%EOF\n" % table)
    return data.getvalue()


def one_page(content, filters=b"", font=b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"):
    return numbered_objects([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), filters, content),
        font,
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Lost /CIDSystemInfo "
        b"<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
    ])  # fmt: skip


DRAWN = b"BT /F1 10 Tf 90 700 Td (The Council met.) Tj ET"


def test_page_written_by_hand(tmp_path):
    """The builder of the files below is sound: this one is read."""
    (tmp_path / "a.pdf").write_bytes(one_page(DRAWN))
    assert [p.text for p in read_passages(tmp_path / "a.pdf")] == ["The Council met."]


def test_ligatures_are_letters(tmp_path):
    """Chromium prints fi and fl as one character each."""
    font = (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman "
        b"/Encoding << /Type /Encoding /Differences [1 /fi /fl] >> >>"
    )
    shown = b"BT /F1 10 Tf 90 700 Td (The \\001rst \\002ood.) Tj ET"
    (tmp_path / "a.pdf").write_bytes(one_page(shown, font=font))
    assert [p.text for p in read_passages(tmp_path / "a.pdf")] == ["The first flood."]


def test_text_without_a_map_to_characters(tmp_path):
    lost = b"<< /Type /Font /Subtype /Type0 /BaseFont /Lost /Encoding /Identity-H /DescendantFonts [6 0 R] >>"
    shown = b"BT /F1 10 Tf 90 700 Td <00030004000500060007> Tj ET"
    (tmp_path / "a.pdf").write_bytes(one_page(shown, font=lost))
    assert "ocrmypdf" in refused(tmp_path / "a.pdf")


def small_window(data):
    packer = zlib.compressobj(9, zlib.DEFLATED, 12)
    return packer.compress(data) + packer.flush()


BOMBS = {
    "/FlateDecode": zlib.compress,
    "/FlateDecode ": small_window,
    "[/FlateDecode /FlateDecode]": lambda data: zlib.compress(zlib.compress(data)),
    "[/ASCII85Decode /FlateDecode]": lambda data: base64.a85encode(zlib.compress(data)) + b"~>",
}


@pytest.mark.parametrize("filters", BOMBS)
def test_stream_bomb(tmp_path, monkeypatch, filters):
    monkeypatch.setattr(pdf, "_STREAM_LIMIT", 1 << 20)
    path = tmp_path / "a.pdf"
    for size, is_bomb in ((1 << 19, False), (2 << 20, True)):
        packed = BOMBS[filters](DRAWN.ljust(size))
        assert len(packed) < size / 100
        path.write_bytes(one_page(packed, b"/Filter " + filters.encode()))
        if is_bomb:
            assert "unpacks" in refused(path)
        else:
            assert read_passages(path)[0].text == "The Council met."


@pytest.mark.parametrize("share", [0.02, 0.2, 0.5])
def test_truncated(tmp_path, share):
    whole = draw_pdf(tmp_path / "a.pdf", [column(BODY), column(BODY)]).read_bytes()
    (tmp_path / "b.pdf").write_bytes(whole[: int(share * len(whole))])
    assert "PDF" in refused(tmp_path / "b.pdf")


def test_head_of_a_pdf_and_nothing_else(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 8)
    assert "PDF" in refused(tmp_path / "a.pdf")


@pytest.mark.parametrize("step", [7, 11, 13, 17, 23])
def test_damage_anywhere_is_an_error_of_ours_or_none(tmp_path, step):
    """Overwrite a few bytes here and there: read or refused, never another exception."""
    whole = draw_pdf(tmp_path / "a.pdf", [column(BODY), column(BODY)]).read_bytes()
    path = tmp_path / "b.pdf"
    for start in range(0, len(whole), len(whole) // 12):
        data = bytearray(whole)
        for at in range(start, min(start + 8 * step, len(data)), step):
            data[at] ^= 0x55
        path.write_bytes(bytes(data))
        with suppress(FormatError):
            assert read_passages(path)


def test_pages_that_contain_themselves(tmp_path):
    data = one_page(DRAWN).replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]")
    (tmp_path / "a.pdf").write_bytes(data)
    assert [p.text for p in read_passages(tmp_path / "a.pdf")] == ["The Council met."]


def test_many_small_streams_cost_no_more_than_they_hold(tmp_path, monkeypatch):
    fed = []

    class Counted:
        def __init__(self):
            self.stream = real()

        def decompress(self, data, *limit):
            fed.append(len(data))
            return self.stream.decompress(data, *limit)

        @property
        def eof(self):
            return self.stream.eof

    real = zlib.decompressobj
    packed = b"stream\n" + zlib.compress(DRAWN) + b"\nendstream\n"
    data = packed * 2000
    monkeypatch.setattr("corpora.pdf.zlib.decompressobj", Counted)
    pdf._refuse_bombs(data, None)
    assert len(fed) == 2000
    assert sum(fed) <= 2000 * pdf._SLICE


def test_white_space_without_end_is_no_base85(tmp_path):
    pdf._refuse_bombs(b"stream\n" + b" " * 200_000 + b"\x80", None)
