"""Tables of what is put in the place of a number, a time, a date, a name or a quotation mark: values at the edge, in both languages."""

import re
from collections.abc import Mapping
from types import MappingProxyType

_NUMBERS = (
    *("0", "00", "1", "-1", "-0", "0.5", "2/3", "1/0", "0/0", "3 1/2", "½", "²", "٣", "１２", "1.000", "1,000", "14,817", "1.2.3", "1,2,3,4"),
    *("9" * 12, "9" * 31, "9" * 33, "9" * 400, "1" + "0" * 310, "1e400", "1" + ".000" * 90, "0." + "0" * 40 + "1", "1,7" + "0" * 30),
    *("5 tỷ tỷ", "5" + " tỷ" * 40, "một" + " tỷ" * 60, "một tỷ tỷ phẩy năm", "3" + " triệu tỷ" * 40, "10 nghìn tỷ rưỡi", "hai triệu ba"),
    *("5 billion billion", "5" + " trillion" * 40, "one" + " million" * 50, "one trillion trillion point five", "two and a half dozen"),
    *("không ai", "nobody", "một nửa", "half", "một phần ba", "two thirds", "gấp đôi", "a dozen", "một", "one", "từ 9 tỷ tỷ đến 3", "3-4"),
    *("between 5 and", "5-", "2-1", "6-4 7-5", "hơn 1/2", "at least 0", "gần 0", "minus 40 °C", "âm 40 độ C", "0 %", "100,5%", "$0", "$ -5"),
    *("4.000.000.000.000.000.000.000.000 đồng/kg", "3 m 5 cm", "5 phút 90 giây", "0 tuổi", "999 tuổi", "aged 0", "1 km 1 km 1 km"),
)
_TIMES = (
    *("8 giờ 15 phút 32 giây", "9 giờ 47 phút 5 giây", "0 giờ kém 10", "24 giờ", "24:00", "24h59", "25:99", "00:00:00", "08:15:32", "23h59'59"),
    *("12 giờ rưỡi đêm", "0h", "0 giờ 0 phút 0 giây sáng", "12 giờ trưa", "ba giờ kém mười lăm", "lúc 12:00 sáng", "14 giờ 30 giờ địa phương"),
    *("12 a.m.", "12:00 p.m.", "0:00 a.m.", "noon", "half past noon", "at 08:15:32", "at 9:47:05 a.m.", "13 p.m.", "0000 GMT", "2359 UTC"),
    *("at 07:59:59 GMT", "about 24:00", "by noon", "until 12 o'clock at night", "lúc 15:06:07 chiều", "7h15p30s", "từ 8h đến 8h", "2h30-3h"),
)
_DATES = (
    *("29/2/2023", "31/12/9999", "1/1/1", "0/0", "30/2", "31/4/2020", "32/13", "ngày 31 tháng 2", "tháng 13", "năm 0", "năm 9999", "tháng 0"),
    *("hôm qua", "hôm nay", "ngày mai", "thứ tám", "chủ nhật tuần trước", "tuần này", "năm ngoái", "ngày 30 tháng trước", "đêm 30 rạng sáng 31"),
    *("the 31st of June", "February 30", "29 February 1900", "January 0", "year 0", "in 9999", "Dec. 31, 9999", "yesterday", "last Sunday"),
    *("tomorrow", "next year", "the day before", "Monday week", "1/1/1000", "2199-12-31", "2200-01-01", "1999-W53", "sinh năm 0000", "SN 2999"),
    *("sinh ngày 29/2/1900", "born in 1000", "born on 31 June 1990", "22-24/13", "từ ngày 31 đến 1/5", "năm một chín chín chín", "ngày mùng mười"),
)
_NAMES = (
    *("", "A", "A.", "Đ.", "İ", "ß", "Ⅷ", "O'Neil-Đỗ", "SN", "PV", "TP", "Q.", "Nguyễn", "nguyễn", "NGUYỄN VĂN A", "Ông", "bà", "Mr", "Mr.", "St."),
    *("Nguyễn " * 60, "X" * 500, "Van " * 30, "de la", "Thủy Thùy", "Jr.", "II", "Flight 93", "Quốc lộ 1", "Hai Bà Trưng", "Nine Elms", "Năm Căn"),
    *("Reuters", "theo TTXVN", "AP", "ông Ông Ông", "\u202eNguyễn\u202c", "Ng\u0309uye\u0302n", "Anh\u00adquân", "Bắc\u00a0Hà", "@x", "http://a.b", "10"),
)
_QUOTES = ("", "“", "”", '"', "'", "‘", "’", "«", "»", "„", "“”", "”“", "““““", '""', "“ “ ”", ": “", ".”", "?”", "!» ", "—", "…", "“…”")
_LINES = (
    *("", " ", "0:00", "0:00 / 0:00 Nam miền Bắc", "(Theo Reuters)", "Ảnh: AP", "Photo: T. Marsh/Sample Wire", "PV", "A", "\u200b", "\ufeff", "…"),
    *("Thứ tám, 32/13/9999, 25:61", "Chủ nhật, 0/0/0", "June 31, 2019 99:99 pm", "Cập nhật lúc 24:60 ngày 31/2", "HÀ NỘI (AP) —", "(TTXVN) -"),
    *("Ông nói: “", "” he said.", "Ông cho biết.", "said said said said", "Không không không không.", "Not not not not.", "1 2 3 4 5 6 7 8 9 10"),
    *("x " * 3000, "Một " * 2000, "1." * 500, "( " * 500, "“ " * 500, "a" * 9000, "Nguyễn Văn " * 700, "7 giờ " * 700, "5 tỷ " * 700),
)

_TIME = r"\d{1,2}(?:\s?(?:h|giờ)\s?\d{0,2}|:\d\d)(?:\s?(?:phút|sáng|chiều|a\.m\.|p\.m\.|am|pm))?"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = rf"\d{{1,2}}[/-]\d{{1,2}}(?:[/-]\d{{4}})?|ngày \d+|tháng \d+|năm \d{{4}}|(?:{_MONTHS}) \d+(?:, \d{{4}})?|(?:Mon|Tues|Fri|Sun)day|hôm \w+"
# Where each may be put, and what.
PLACES: Mapping[str, tuple[re.Pattern[str], tuple[str, ...]]] = MappingProxyType(
    {
        "number": (re.compile(r"\d[\d.,]*\d|\d|\b(?:hai|ba|bốn|năm|two|three|four|five)\b"), _NUMBERS),
        "time": (re.compile(_TIME), _TIMES),
        "date": (re.compile(_DATE), _DATES),
        "name": (re.compile(r"[A-ZĐÀ-Ỹ][\wÀ-ỹ]+(?: [A-ZĐÀ-Ỹ][\wÀ-ỹ]+)*"), _NAMES),
        "quote": (re.compile("[“”\"«»‘’']"), _QUOTES),
        "line": (re.compile(r"[^\n]+"), _LINES),
    }
)
# Values of the other fields of a record; not each is an article, and what is none is left out with a reason.
FIELDS: Mapping[str, tuple[str | None, ...]] = MappingProxyType(
    {
        "title": (None, "", "?", "0", "A" * 9000, "8 giờ 15 phút 32 giây", "5" + " tỷ" * 40, "“", "One dead", "\u202etitle"),
        "outlet": ("", "0", "\u200b", "Báo " * 200, "Reuters", "https://news.test", "archive.ph", "İ", "..", "a/b"),
        "published": (None, "", "0", "2023-02-30", "9999-12-31", "0001-01-01", "1900-01-01T00:00", "2099-12-31T23:59", "2020-W53", "31/12/2099"),
        "url": (None, "", "http://", "http://a.b/9999/12/31/x", "javascript:1", "https://news.test/2020/02/30/a", "http://[::1]/0000/00/00"),
        "byline": (None, "", "PV", "Theo Reuters, AP, AFP", "A" * 5000, "& &&& &#7852;", "Hà - Hà - Hà", "ph"),
        "language": (None, "", "vi", "en", "fr", "xx", "EN-gb", "zh"),
        "id": ("x", "..", "a/b", "", "0", "id" * 300, "\u202e", "CON"),
    }
)
