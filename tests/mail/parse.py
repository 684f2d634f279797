"""Prints what an independent library reads in a message, as JSON: python3 parse.py FILE"""

import email
import email.policy
import json
import sys

with open(sys.argv[1], "rb") as file:
    message = email.message_from_binary_file(file, policy=email.policy.default)


def addresses(name):
    header = message[name]
    return [address.addr_spec for address in header.addresses] if header else []


def attached(part):
    return [part.get_filename(), part.get_content_type(), len(part.get_payload(decode=True))]


print(
    json.dumps(
        {
            "headers": message.keys(),
            "from": addresses("From"),
            "to": addresses("To"),
            "cc": addresses("Cc"),
            "subject": message["Subject"],
            "unsent": message["X-Unsent"],
            "body": message.get_body(("plain",)).get_content(),
            "files": [attached(part) for part in message.iter_attachments()],
            "defects": [str(defect) for defect in message.defects],
        }
    )
)
