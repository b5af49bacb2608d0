"""What is said of a day of Hansard that cannot be read."""

from __future__ import annotations

NOT_XML = "The XML is not sound."
NOT_XML_HINT = "Fetch the file again from where it is published."
DECLARES = "The file declares more than letters by name, and is not read."
DECLARES_HINT = "Fetch it again from where it is published: a day of Hansard declares letters and nothing else."
TOO_DEEP = "The XML has more elements within one another than any debate."
