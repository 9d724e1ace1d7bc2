"""``duizhao tm``: the commands that keep a memory, gathered."""

from __future__ import annotations

import typer

from aligner.cli import tm_check_command as check
from aligner.cli import tm_files_command as files
from aligner.cli import tm_units_command as units
from aligner.cli.tm_import_command import HELP as IMPORT
from aligner.cli.tm_import_command import import_files

HELP = """Keep a translation memory: import, export, search by hand, mend.

A memory is one file; several commands may read it while one writes, and an interrupted one loses
nothing. It is duizhao.db in your folder of application data, or what -m or DUIZHAO_MEMORY names.

\b
Fill it:                   duizhao tm import memory.tmx older.xlsx
  from two versions:       duizhao align r.zh.docx r.en.docx -o memory.db
See what is there:         duizhao tm stats
  and the units:           duizhao tm list --where document=A/78/1
Hand it on:                duizhao tm export -o memory.tmx
Look at a TMX, mend it:    duizhao tm check memory.tmx
                           duizhao tm fix memory.tmx -o mended.tmx

Search it with 'duizhao lookup', 'duizhao concordance' and 'duizhao similar'.
"""

app = typer.Typer(
    help=HELP,
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("import", help=IMPORT, short_help="Add the units of files.")(import_files)
app.command("add", help=units.ADD, short_help="Add one unit by hand.")(units.add_unit)
app.command("list", help=units.LIST, short_help="List units.")(units.list_units)
app.command("stats", help=units.STATS, short_help="Count what there is.")(units.show_stats)
app.command("export", help=files.EXPORT, short_help="Write units to a file.")(files.export_memory)
app.command("remove", help=units.REMOVE, short_help="Remove units.")(units.remove_units)
app.command("dedupe", help=files.DEDUPE, short_help="Keep one of equal units.")(files.dedupe_units)
app.command("merge", help=files.MERGE, short_help="Join files.")(files.merge_files)
app.command("split", help=files.SPLIT, short_help="Cut a file into several.")(files.split_file)
app.command("check", help=check.CHECK, short_help="Find what is wrong with a TMX.")(
    check.check_file
)
app.command("fix", help=check.FIX, short_help="Mend a TMX.")(check.fix_file)
