"""What tests say is about the pages, not about the server below them."""

import pytest

from tests.browser.visiting import QuietServer


@pytest.mark.parametrize(("fault", "told"), [(BrokenPipeError, False), (ConnectionResetError, False), (OSError, True)])
def test_a_browser_that_leaves_is_no_news(
    capfd: pytest.CaptureFixture[str], fault: type[Exception], told: bool
) -> None:
    with QuietServer(("127.0.0.1", 0), None) as server:  # type: ignore[arg-type]
        try:
            raise fault
        except fault:
            server.handle_error(None, ("127.0.0.1", 0))
    assert bool(capfd.readouterr().err) is told
