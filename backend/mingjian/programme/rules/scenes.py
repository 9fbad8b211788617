"""Scenes: the kinds of place that an audit shows, the same in survey, plan and live room."""

SCENES: dict[str, tuple[str, str]] = {
    "office": ("办公室", "Office"),
    "meeting_room": ("会议室", "Meeting room"),
    "production": ("生产现场", "Production floor"),
    "warehouse": ("仓库", "Warehouse"),
    "laboratory": ("实验室 / 检测室", "Laboratory"),
    "equipment_room": ("动力 / 设备间", "Equipment room"),
    "environmental_treatment": ("环保处理设施", "Environmental treatment facility"),
    "hazardous_chemicals": ("危险化学品库", "Hazardous-chemicals store"),
    "hazardous_waste": ("危险废物库", "Hazardous-waste store"),
    "canteen": ("食堂", "Canteen"),
    "server_room": ("机房", "Server room"),
    "outdoor": ("厂区 / 室外", "Outdoor area"),
    "virtual": ("虚拟场所", "Virtual site"),
}
"""Code → names. Which scenes must not be audited remotely is rule data, not here."""
