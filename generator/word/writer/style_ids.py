"""The ids of the styles; their Chinese names stand in ``styles``."""

from __future__ import annotations

from generator.standard.gbt9704 import LIU_HAO, SI_HAO, WU_HAO, XIAO_SI, XIAO_WU

NORMAL = "Normal"
COPY_NUMBER, CODES, SPACER, MARK, NUMBER, SIGNERS, RED_LINE = (
    "CopyNumber",
    "Codes",
    "MastheadSpace",
    "OrganMark",
    "DocumentNumber",
    "Signers",
    "RedLine",
)
TITLE, SUBTITLE, ADDRESSEE, BODY, CENTERED, NOTE = (
    "DocumentTitle",
    "DocumentSubtitle",
    "Addressee",
    "BodyParagraph",
    "Centered",
    "DocumentNote",
)
HEADINGS = ("Heading1", "Heading2", "Heading3", "Heading4")
LEADS = ("Lead1", "Lead2", "Lead3", "Lead4")
ANNEX_NOTE, ANNEX_LABEL = "AnnexNote", "AnnexLabel"
SIGNATURE, DATE, COPY_TO, IMPRINT, FOOTER = "Signature", "IssueDate", "CopyTo", "Imprint", "Footer"
FORM_LINE, UNIT_LINE, SOURCE_NOTE, TABLE = "FormLine", "UnitLine", "SourceNote", "OfficialTable"
ATTENDANCE, POST, SIGN_LINE, LABEL_TEXT = "Attendance", "SignersPost", "SignLine", "LabelText"
CONTENTS_TITLE, CONTENTS = "TOCHeading", ("TOC1", "TOC2", "TOC3", "TOC4")
"""Those that a file has only where it needs them."""
SIGNER_NAME, STRONG, GAP = "SignerName", "Strong", "Gap"

TABLE_SIZES = {SI_HAO: "四号", XIAO_SI: "小四", WU_HAO: "五号", XIAO_WU: "小五", LIU_HAO: "六号"}
"""The sizes of table text, the largest first, and their names."""
TABLE_TEXT = {size: f"TableText{round(size * 2)}" for size in TABLE_SIZES}
TABLE_HEAD = {size: f"TableHead{round(size * 2)}" for size in TABLE_SIZES}
