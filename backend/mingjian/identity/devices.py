"""Which device somebody signs in from, in words they recognise."""

import re

BROWSERS = (
    (r"MicroMessenger/(\d+)", "WeChat"),
    (r"DingTalk/(\d+)", "DingTalk"),
    (r"Edg(?:e|A|iOS)?/(\d+)", "Edge"),
    (r"(?:OPR|Opera)/(\d+)", "Opera"),
    (r"QQBrowser/(\d+)", "QQ"),
    (r"SamsungBrowser/(\d+)", "Samsung Internet"),
    (r"(?:Firefox|FxiOS)/(\d+)", "Firefox"),
    (r"(?:Chrome|CriOS)/(\d+)", "Chrome"),
    (r"Version/(\d+)[\d.]* (?:Mobile/\S+ )?Safari", "Safari"),
)
"""Most particular first: nearly all of them call themselves Chrome and Safari too."""

SYSTEMS = (
    (r"iPhone|iPod", "iPhone"),
    (r"iPad", "iPad"),
    (r"HarmonyOS|OpenHarmony", "HarmonyOS"),
    (r"Android", "Android"),
    (r"Windows", "Windows"),
    (r"Macintosh|Mac OS X", "macOS"),
    (r"CrOS", "ChromeOS"),
    (r"Linux|X11", "Linux"),
)


def device_in_words(user_agent: str) -> str:
    """``Chrome 156 · Windows``; empty where the browser does not say."""
    return " · ".join(part for part in (_browser(user_agent), _system(user_agent)) if part)


def _browser(user_agent: str) -> str:
    for pattern, name in BROWSERS:
        if match := re.search(pattern, user_agent):
            return f"{name} {match[1]}"
    return ""


def _system(user_agent: str) -> str:
    return next((name for pattern, name in SYSTEMS if re.search(pattern, user_agent)), "")
