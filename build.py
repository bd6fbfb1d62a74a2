"""Build the site: hands the arguments to the command line of the package beside this file."""

import sys

sys.dont_write_bytecode = False  # a small build is mostly start-up, and compiling the builder anew would double it

from site_builder.cli import main  # noqa: E402

if __name__ == "__main__":
    main()
