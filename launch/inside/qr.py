"""Prints a QR code in the terminal: ``python -m launch.inside.qr TEXT``."""

import sys

import qrcode


def main() -> None:
    code = qrcode.QRCode(border=2)
    code.add_data(sys.argv[1])
    code.print_ascii(invert=True)


if __name__ == "__main__":
    main()
