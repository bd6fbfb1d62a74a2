"""Build the site: hands the arguments to the command line of the package beside this file."""

from site_builder.cli import main

if __name__ == "__main__":
    main()
