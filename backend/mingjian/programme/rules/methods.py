"""How an item is audited, and by which means where it is remote (ISO 19011 annex A.1)."""

METHODS: dict[str, tuple[str, str]] = {
    "interview": ("面谈", "Interview"),
    "document_review": ("文件记录审查", "Document review"),
    "observation": ("观察作业", "Observation of work"),
    "sampling": ("抽样核查", "Sampling"),
    "site_tour": ("现场巡视", "Site tour"),
    "data_analysis": ("系统数据核查", "Check of data in systems"),
}
"""Code → names."""

TOOLS: dict[str, tuple[str, str]] = {
    "video": ("视频会议", "Video call"),
    "phone_camera": ("手机移动镜头", "Phone camera"),
    "screen_sharing": ("屏幕共享", "Screen sharing"),
    "remote_control": ("远程控制", "Remote control"),
    "file_exchange": ("文件传输", "File exchange"),
    "fixed_camera": ("固定摄像头", "Fixed camera"),
    "drone": ("无人机", "Drone"),
    "telephone": ("电话", "Telephone"),
}
"""What remote items named before there was a catalogue of tools: still read, no longer offered."""
