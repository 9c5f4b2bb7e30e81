"""Qt is kept from a PipeWire without settings, on which it crashes."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.ui.sound import pipewire, player


def test_settings_are_looked_for_where_pipewire_does(tmp_path: Path) -> None:
    system, home, own = (tmp_path / name for name in ("system", "home", "own"))
    for folder in (system, home / "pipewire", own):
        folder.mkdir(parents=True)
    user = {"XDG_CONFIG_HOME": str(home)}
    assert not pipewire.is_set_up(user, (system,))
    (system / "client.conf").touch()
    assert pipewire.is_set_up(user, (system,))
    assert not pipewire.is_set_up({**user, "PIPEWIRE_CONFIG_DIR": str(own)}, (system,))
    (own / "client.conf").touch()
    assert pipewire.is_set_up({**user, "PIPEWIRE_CONFIG_DIR": str(own)}, (system,))
    (system / "client.conf").unlink()
    (home / "pipewire" / "client.conf").touch()
    assert pipewire.is_set_up(user, (system,))


@pytest.mark.parametrize(
    ("set_up", "chosen", "used"),
    [(False, None, "pulseaudio"), (False, "alsa", "alsa"), (True, None, None)],
)
def test_pulseaudio_is_used_where_pipewire_is_not_set_up(
    monkeypatch: pytest.MonkeyPatch, set_up: bool, chosen: str | None, used: str | None
) -> None:
    environment = {} if chosen is None else {"QT_AUDIO_BACKEND": chosen}
    monkeypatch.setattr("app.ui.sound.pipewire.sys.platform", "linux")
    monkeypatch.setattr("app.ui.sound.pipewire.os.environ", environment)
    monkeypatch.setattr(pipewire, "is_set_up", lambda _: set_up)
    pipewire.avoid_unready()
    assert environment.get("QT_AUDIO_BACKEND") == used


def test_it_is_asked_before_anything_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(pipewire, "avoid_unready", lambda: asked.append(True))
    monkeypatch.setattr("app.ui.sound.devices.server_answers", lambda _: not asked)
    player.why_not_loaded()
    assert player.find_fault(0.1)
    assert asked == [True]
