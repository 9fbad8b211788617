"""Film and sound: one picture, how long, how loud when. Decoders are an extra (``media``)."""

import json
import time
import wave
from array import array
from importlib import import_module
from typing import Any, BinaryIO

from engines.previews.parts import FILM, JSON, SOUND, WAVE, NotMade, Part, Preview
from engines.previews.pictures import add_page

FORMATS = {
    "video/mp4": "mov",
    "video/quicktime": "mov",
    "video/webm": "matroska",
    "video/x-matroska": "matroska",
    "video/x-msvideo": "avi",
    "video/mpeg": "mpeg",
    "video/x-ms-asf": "asf",
    "video/x-flv": "flv",
    "audio/mp4": "mov",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
    "audio/flac": "flac",
    "audio/wav": "wav",
    "audio/aac": "aac",
    "audio/amr": "amr",
}
"""By content; a decoder that chose for itself might take a text for a list of other files."""
LARGEST_FRAME = 64_000_000
BUCKETS = 480
RATE = 8_000
LISTENED = 1_200.0
"""Seconds of sound that are heard whole; of longer ones a moment of each bucket."""
PROCESSOR_SECONDS = 10.0


def preview_media(file: BinaryIO, media_type: str) -> Preview:
    """A film with a picture in it, or a sound."""
    try:
        av = import_module("av")
    except ImportError:
        return _plain_wave(file, media_type)
    if media_type not in FORMATS:
        raise NotMade("no_decoder")
    av.logging.set_level(None)
    try:
        with av.open(file, format=FORMATS[media_type], metadata_errors="ignore") as container:
            if container.streams.video:
                return _film(container)
            if container.streams.audio:
                return _sound(av, container)
    except (av.FFmpegError, StopIteration):
        raise NotMade("failed") from None
    raise NotMade("nothing")


def _seconds(container: Any) -> float:
    """0 where nobody closed the recording, so that it states no length."""
    return max(0.0, (container.duration or 0) / 1_000_000)


def _film(container: Any) -> Preview:
    stream, seconds = container.streams.video[0], _seconds(container)
    if stream.width * stream.height > LARGEST_FRAME:
        raise NotMade("too_complex")
    stream.codec_context.thread_count = 1
    if seconds > 2:
        container.seek(int(seconds * 100_000))  # a tenth of it: the first picture is often black
    frame = next(container.decode(stream))
    picture = frame.to_image()
    made = Preview(kind=FILM, details={"width": picture.width, "height": picture.height})
    if frame.rotation:
        picture = picture.rotate(frame.rotation, expand=True)
    if seconds:
        made.details["milliseconds"] = round(seconds * 1000)
    add_page(made, picture)
    return made


def _sound(av: Any, container: Any) -> Preview:
    stream, seconds = container.streams.audio[0], _seconds(container)
    stream.codec_context.thread_count = 1
    resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
    if 0 < seconds <= LISTENED:
        loud = _heard_whole(container, stream, resampler)
    else:
        loud = _heard_here_and_there(container, stream, resampler, seconds)
    return _with_wave(loud, seconds)


def _heard_whole(container: Any, stream: Any, resampler: Any) -> list[int]:
    loud = []
    for frame in container.decode(stream):
        loud.append(_loudest(resampler, frame))
        if time.process_time() > PROCESSOR_SECONDS:
            break
    step = len(loud) / BUCKETS
    if step <= 1:
        return loud
    return [max(loud[int(at * step) : int((at + 1) * step)]) for at in range(BUCKETS)]


def _heard_here_and_there(container: Any, stream: Any, resampler: Any, seconds: float) -> list[int]:
    loud = [0] * BUCKETS
    for bucket in range(BUCKETS if seconds else 0):
        container.seek(int(seconds / BUCKETS * bucket * 1_000_000))
        frame = next(container.decode(stream), None)
        if frame is None or time.process_time() > PROCESSOR_SECONDS:
            break
        loud[bucket] = _loudest(resampler, frame)
    return loud


def _loudest(resampler: Any, frame: Any) -> int:
    """Of one frame, of 32 768."""
    frame.pts = None  # the resampler need not know that a frame was skipped
    found = 0
    for heard in resampler.resample(frame):
        samples = array("h", bytes(heard.planes[0])[: heard.samples * 2])
        if samples:
            found = max(found, max(samples), -min(samples))
    return found


def _plain_wave(file: BinaryIO, media_type: str) -> Preview:
    """Uncompressed sound of 16 bits needs no decoder."""
    if media_type != "audio/wav":
        raise NotMade("no_decoder")
    try:
        with wave.open(file) as sound:
            if sound.getsampwidth() != 2:
                raise NotMade("no_decoder")
            step = max(1, sound.getnframes() // BUCKETS)
            loud = []
            for bucket in range(min(BUCKETS, sound.getnframes())):
                sound.setpos(bucket * step)
                samples = array("h", sound.readframes(min(step, RATE)))
                loud.append(max(max(samples), -min(samples)) if samples else 0)
            return _with_wave(loud, sound.getnframes() / sound.getframerate())
    except (wave.Error, EOFError):
        raise NotMade("failed") from None


def _with_wave(loud: list[int], seconds: float) -> Preview:
    content = json.dumps({"peaks": [min(100, each * 100 // 32_767) for each in loud]}).encode()
    made = Preview(kind=SOUND, parts=[Part(role=WAVE, media_type=JSON, content=content)])
    if seconds:
        made.details["milliseconds"] = round(seconds * 1000)
    return made
