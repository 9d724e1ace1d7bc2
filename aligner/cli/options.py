"""The options of ``duizhao align``: their help, and what they may be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from aligner.cli.outputs import MEMORIES, SUFFIXES
from corpora.errors import LanguageError
from corpora.types import EN, LANGS, ZH, Lang, is_probability

HELP = """Align the Chinese and the English version of a report; write a translation memory.

Prints a summary: paragraphs anchored, beads (pairs) by shape, what has no counterpart
on either side, how sure it is, and the places worth a look.

\b
Two files; the memory, and a page to look at:
  duizhao align report.zh.docx report.en.docx -o report.tmx -o report.html
Two folders; a.zh.docx goes with a.en.pdf, or zh/a.txt with en/a.txt:
  duizhao align zh/ en/ -o memories/ --format tmx --format html
  duizhao align zh/ en/ -o everything.tmx -o memory.db
One folder that holds both versions, a.zh.txt and a.en.txt:
  duizhao align reports/ -o memories/
Pairs listed in a file:
  duizhao align --manifest pairs.tsv -o memories/
Texts that are split already, a sentence a line:
  duizhao align --lines 001.zh 001.en -o 001.jsonl

Pairs are told by their names: alike but for a mark of the language before the suffix, after
a dot, hyphen, underscore or space or in brackets: .zh .en, _zh-CN _en-US, _CH _EN, -C -E
(A-77-100-C.docx), _C _E, (zh) (en), chinese english, 中文 英文; or alike in two folders.

A .tmx keeps one target for each source, the surest: readers differ on which of several they
take.

Exit status: 0 done, 1 two texts hardly match, 2 wrong usage, 3 a file cannot be read, aligned
or written. With many pairs the others go on when one fails.
"""


def path_of(text: str) -> Path:
    """Return the path called *text*; an empty name would mean the folder one is in."""
    if not text.strip():
        raise typer.BadParameter("the name is empty")
    return Path(text)


def probability_of(text: str | float) -> float:
    """Return the number from 0 to 1 that *text* is."""
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not is_probability(number):
        raise typer.BadParameter(f"{text!r} is not a number from 0 to 1, such as 0.9")
    return number


Source = Annotated[
    Path | None,
    typer.Argument(
        parser=path_of,
        metavar="SOURCE",
        show_default=False,
        help="One version: .txt .docx .html .pdf .doc; or a folder of them.",
    ),
]
Target = Annotated[
    Path | None,
    typer.Argument(
        parser=path_of,
        metavar="TARGET",
        show_default=False,
        help="The other version, or the folder of the others. Either language may come first: "
        "the first is the source of the memory.",
    ),
]
Output = Annotated[
    list[Path] | None,
    typer.Option(
        "-o",
        "--output",
        parser=path_of,
        metavar="PATH",
        help="Where to write; give it again for more. The suffix decides: .tmx translation memory, "
        ".tsv table, .jsonl a bead a line, .html page to look at, .db memory to look things up "
        "in. For many pairs: a folder, or one .tmx or .db for all. An existing file is replaced, "
        "a .db added to. Without -o: the summary only.",
    ),
]
Format = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="What to write into a folder: tmx, tsv, jsonl or html; give it again for more. "
        "[default: tmx]",
    ),
]
Manifest = Annotated[
    Path | None,
    typer.Option(
        parser=path_of,
        metavar="FILE",
        help="Align many pairs: lines of SOURCE TAB TARGET, or SOURCE TAB TARGET TAB OUTPUT; "
        "paths from the manifest's own folder; # begins a comment. Missing folders are made.",
    ),
]
Lines = Annotated[
    bool,
    typer.Option("--lines", help="Both files hold one segment a line: no layout, no splitting."),
]
NoAnchors = Annotated[
    bool,
    typer.Option(
        "--no-anchors", help="Do not rely on paragraph numbers and headings: meaning alone."
    ),
]
EncoderName = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        help="'default' (in the package), or a sentence-transformers model by name or folder.",
    ),
]
EncoderCache = Annotated[
    Path | None,
    typer.Option(
        parser=path_of,
        metavar="DIR",
        help="Keep the vectors of a sentence-transformers model here, a file for all models and "
        "runs: a sentence seen before, in whatever file, costs nothing. The folder is made. Not "
        "used by 'default' and other static models, which are faster than any cache.",
    ),
]
Device = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Where a sentence-transformers model runs: cpu, cuda, cuda:1, mps … "
        "[default: the fastest there is]",
    ),
]
BatchSize = Annotated[
    int,
    typer.Option(
        min=1,
        metavar="N",
        help="Sentences a sentence-transformers model takes at a time: more keep a GPU busy, "
        "fewer need less memory; halved by itself where that of a CUDA GPU runs out.",
    ),
]
MinProbability = Annotated[
    float,
    typer.Option(
        parser=probability_of, metavar="0–1", help="Leave less sure pairs out of .tmx and .tsv."
    ),
]
SrcLang = Annotated[
    str | None,
    typer.Option(metavar="LANG", help="Language of SOURCE, zh or en; else told by its script."),
]
TgtLang = Annotated[
    str | None,
    typer.Option(metavar="LANG", help="Language of TARGET, zh or en; else told by its script."),
]
LangTags = Annotated[
    str | None,
    typer.Option(
        metavar="TAGS",
        help=f"Language tags (BCP 47) written to .tmx, as zh-Hant,en-GB. [{ZH.tag},{EN.tag}]",
    ),
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Print errors only.")]
QuietButFound = Annotated[
    bool, typer.Option("-q", "--quiet", help="Print what is found and errors only.")
]
Verbose = Annotated[
    bool,
    typer.Option("-v", "--verbose", help="List every place worth a look, with its whole text."),
]


def lang_of(code: str | None, option: str) -> Lang | None:
    """Return the language called *code*; None where none is given."""
    if code is None:
        return None
    known = LANGS.get(code.replace("_", "-").split("-")[0].lower())
    if known is None:
        raise typer.BadParameter(f"{code!r} is not one of {', '.join(LANGS)}", param_hint=option)
    return known


@contextmanager
def asking_for(option: str, path: Path) -> Iterator[None]:
    """Add to what is said of the language of *path* the file and the *option* that states it."""
    try:
        yield
    except LanguageError as error:
        raise LanguageError(f"{path}: {error} with {option}") from error


def langs_of(src: str | None, tgt: str | None) -> tuple[Lang | None, Lang | None]:
    """Return both languages, which must differ."""
    langs = lang_of(src, "--src-lang"), lang_of(tgt, "--tgt-lang")
    if langs[0] is not None and langs[0] == langs[1]:
        raise typer.BadParameter(
            f"both sides are said to be {langs[0].name}; one must be the other language",
            param_hint="--tgt-lang",
        )
    return langs


def tags_of(text: str | None) -> dict[str, str]:
    """Return the tag to write for each language, from ``zh-Hant,en-GB`` in any order."""
    from tm.formats.clean import language_tag

    tags = {lang.code: lang.tag for lang in (ZH, EN)}
    given: set[str] = set()
    for part in text.split(",") if text is not None else ():
        try:
            tag = language_tag(part)
        except LanguageError as error:
            raise typer.BadParameter(str(error), param_hint="--lang-tags") from error
        code = tag.split("-")[0]
        if code not in tags or code in given:
            problem = "a second tag of its language" if code in given else "neither zh nor en"
            raise typer.BadParameter(f"{tag!r} is {problem}", param_hint="--lang-tags")
        given.add(code)
        tags[code] = tag
    return tags


def suffixes_of(formats: Sequence[str]) -> tuple[str, ...]:
    """Return the suffixes of *formats*, ``tmx`` if there are none."""
    suffixes = tuple(dict.fromkeys(f".{name.lower().lstrip('.')}" for name in formats or ("tmx",)))
    for suffix in suffixes:
        if suffix not in SUFFIXES or suffix == ".db":
            known = ", ".join(known[1:] for known in SUFFIXES if known != ".db")
            raise typer.BadParameter(f"{suffix[1:]!r} is not one of {known}", param_hint="--format")
    return suffixes


def check_suffixes(outputs: Sequence[Path]) -> None:
    """Refuse an output of one pair whose suffix names no format."""
    for path in outputs:
        if path.suffix.lower() not in SUFFIXES and not path.is_dir():
            raise typer.BadParameter(
                f"'{path}': the suffix must be one of {' '.join(SUFFIXES)}", param_hint="-o"
            )


def sort_outputs(outputs: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Return the folders and the memories among the outputs of many pairs."""
    memories = [path for path in outputs if path.suffix.lower() in MEMORIES and not path.is_dir()]
    folders = [path for path in outputs if path not in memories]
    for path in folders:
        if path.suffix and not path.is_dir():
            raise typer.BadParameter(
                f"'{path}': many pairs go to a folder, one .tmx or one .db; for other formats "
                "give a folder and --format",
                param_hint="-o",
            )
    return folders, memories
