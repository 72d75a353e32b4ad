"""The three files of a paper. The libraries that write them are loaded here, when they are needed."""

from pathlib import Path

from bot.views.documents.paper import Paper


def write(made: Paper, folder: Path) -> list[Path]:
    """The files in this folder, which is made if it is not there: Word, PDF, Excel."""
    # Imported here, because they load matplotlib, numpy and typst, which the bot itself never needs.
    from bot.views.documents import charts, excel, pdf, word  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    pictures = {chart.name: charts.png(chart) for chart in made.charts()}
    paths = [folder / f"{made.name}{ending}" for ending in (".docx", ".pdf", ".xlsx")]
    word.write(made, pictures, paths[0])
    pdf.write(made, pictures, paths[1])
    excel.write(made, paths[2])
    return paths
