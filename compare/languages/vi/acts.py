"""Vietnamese words by which two sentences are known to tell of one act, and who does it, to whom and whether yet."""

from compare.languages.language_pack import ActWords

ACTS = ActWords(
    joins=frozenset(["và", "cùng với", "lẫn"]),
    all_of=frozenset(["cả", "đều", "cùng", "đã", "cũng"]),
    asides=("về phần mình", "trong khi đó", "đáp lại", "tuy nhiên", "trước đó", "ngay sau đó", "sau đó", "hiện"),
    accusations=frozenset(["cáo buộc", "tuyên bố", "tố cáo", "thông tin", "lời", "việc", "tin", "rằng"]),
    transfers=("cung cấp", "chuyển giao", "viện trợ", "trao tặng", "giao", "bán"),
    receivers=("cho",),
    agents={
        "driver": ("điều khiển", "cầm lái", "lái"),
        "builder": ("thi công", "xây dựng"),
        "investor": ("làm chủ đầu tư", "đầu tư"),
        "designer": ("thiết kế",),
        "director": ("đạo diễn",),
        "author": ("sáng tác", "chắp bút"),
    },
    by=("do",),
    verb_behind_doer=True,
    single=(
        ("nộp đơn", "gửi đơn", "đệ đơn", "đơn kiện"),
        ("thành lập",),
        ("khởi công",),
        ("khánh thành",),
        ("ký kết", "ký thỏa thuận", "ký hiệp định"),
        ("khởi tố",),
        ("từ chức",),
        ("sa thải", "cách chức"),
    ),
    past=frozenset(),
    planned=("sẽ", "dự kiến", "chuẩn bị", "sắp", "có kế hoạch"),
    proposed=("đề xuất", "đề nghị", "kiến nghị", "xin phép"),
    done=("đã", "vừa", "vừa mới"),
    preventions=("ngăn cản", "ngăn chặn", "ngăn", "cản trở"),
    abandonments=("từ bỏ", "chấm dứt", "ngừng", "dừng"),
    undoings=(r"phi (?P<thing>\w+(?: \w+)?) h(?:óa|oá)",),
)
