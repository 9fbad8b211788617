"""What the team leader settles with the client before a remote audit (S20)."""

POINTS: dict[str, tuple[str, str]] = {
    "tool": (
        "使用哪个 ICT 工具，客户是否习惯、能否使用自己的工具",
        "Which ICT tool is used; is the client used to it, or can it use its own",
    ),
    "test": (
        "审前网络、麦克风、耳机、摄像头测试的时间",
        "When network, microphone, headset and camera are tested",
    ),
    "people": (
        "各部门参加人员、联系人和协助不熟悉工具者的人",
        "Who takes part, and who helps those new to the tools",
    ),
    "documents": (
        "文件和记录怎样展示：屏幕共享、上传或镜头",
        "How documents and records are shown: screen, upload or camera",
    ),
    "scenes": (
        "现场怎样展示：路线、镜头、噪声和信号盲区",
        "How places are shown: route, camera, noise, areas without signal",
    ),
    "sampling": (
        "样本由审核员抽取，不事先告知",
        "Samples are drawn by the auditor and not announced",
    ),
    "capture": (
        "截屏、录音录像、转写的许可和保存、删除",
        "Leave to capture, record and transcribe; keeping and deletion",
    ),
    "confidential": (
        "有特殊信息安全要求的区域和文件怎样审核",
        "How areas and documents with special security are audited",
    ),
    "contingency": (
        "中断时的电话、替代办法和通知人",
        "Telephone numbers, fallbacks and whom to tell when the line breaks",
    ),
    "breaks": ("日程、屏幕休息和时区", "Schedule, screen breaks and time zones"),
}
"""Code → what was settled; every point is ticked off or explained by a note."""
