//! Offers that were written to take over a terminal, a mail program or the parser, always the same for a number.

/// Numbers that look random and are the same on every machine (xorshift64*).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(number).unwrap() % limit
    }

    pub fn of<'a, T: ?Sized>(&mut self, choices: &[&'a T]) -> &'a T {
        choices[self.below(choices.len())]
    }
}

/// What must never reach a terminal.
const PAYLOADS: &[&str] = &[
    "\x1b[31m",
    "\x1b[2J\x1b[H",
    "\x1b]0;owned\x07",
    "\x1b]52;c;ZXZpbA==\x07",
    "\x1b]8;;file:///etc/passwd\x1b\\",
    "\x1bP+q544e\x1b\\",
    "\x1b_G;\x1b\\",
    "\x1bc",
    "\u{9b}31m",
    "\u{9d}0;t\u{9c}",
    "\u{90}",
    "\x07",
    "\x08\x08",
    "\r",
    "\x0b",
    "\x0c",
    "\x7f",
    "\x00",
    "\u{85}",
    "\u{2028}",
    "\u{2029}",
    "\u{202e}",
    "\u{2066}",
    "\u{2069}",
    "\u{200b}",
    "\u{200e}",
    "\u{200f}",
    "\u{feff}",
    "\u{ad}",
    "\u{61c}",
    "\u{e0041}\u{e007f}",
    "\u{fff9}",
    "\u{2060}",
    "\u{180e}",
    "\x0e",
    "\x1b(0",
    "\x1b%G",
    "\x05",
    "\x1b[6n",
    "\x1b[21t",
    "\x1b[?1049h",
];

/// The same, in the clothes of Markdown, HTML, YAML or a URL.
const DRESSED: &[&str] = &[
    "&#27;[31m",
    "&#x1b;]0;t&#7;",
    "&#x9b;31m",
    "&#155;",
    "&#8238;",
    "&#x202E;",
    "&NewLine;",
    "&Tab;",
    "&ZeroWidthSpace;",
    "&shy;",
    "&rlm;",
    "&#0;",
    "&#13;",
    "&#xE0041;",
    "%1b%5b31m",
    "%0d%0aBcc:x@y.example",
    "%C2%9B31m",
    "%E2%80%AE",
    "\\u001b[31m",
    "\\x1b[31m",
    "\\e[31m",
];

const PLACES: &[&str] = &[
    "---\ntitle: \"Stage {}\"\norganization: Phare {}\nlocation: \"Brest{}\"\ntags: [\"a{}\", b]\ndeadline: 2026-12-01\n---\n\nVous guetterez. CV à vigie@phare.example.\n",
    "---\n\"ti{}tle\": Stage vigie\n{}: x\ntitle: Stage {}\n---\n\n{}\n",
    "+++\ntitle = \"Stage {}\"\norganization = \"Phare\"\n+++\nCV à vigie@phare.example {}.\n",
    "# Stage {} vigie {}\n\n**Structure : ** Phare {}\n\nLieu : Brest{}\n\nEnvoyez CV{} à vigie{}@phare.example avant le 1er décembre 2026.\n",
    "# Stage vigie\n\nÉcrire à [vigie{}](mailto:vigie@phare.example?subject={}&cc=ines@phare.example&bcc={}).\n",
    "# Stage vigie\n\n[ici{}](https://phare.example/{}) ![vue{}](x.png \"{}\") <a href=\"https://a{}.example\">b{}</a>\n\nCV à vigie@phare.example\n",
    "# Stage vigie\n\n```{}\n{}\n```\n\n| a{} | b |\n|---|---|\n| {} | c{} |\n\n> {}\n\n- [ ] {}\n1. {}\n\nCV à vigie@phare.example.\n",
    "# Stage vigie\n\nObjet : « [{}] Prénom{} Nom ». Gratification{} de 600 € par mois, stage{} de 6 mois à partir du 1er{} mars 2027.\n\nCV{} et lettre{} de motivation à vigie@phare.example, 01 02 03{} 04 05.\n",
    "Stage vigie{}\n===\n\nTexte {}\n\n<details><summary>{}</summary>{}</details>\n\n[^1]: {}\n\nCV à vigie@phare.example.[^1]\n",
    "---\ntitle: [unclosed {}\n  bad:\tyaml {}\n---\n# Stage {}\n\nCV à vigie@phare.example.\n",
];

/// Writes the document of a number.
pub fn hostile(number: u64) -> String {
    let mut dice = Dice::new(number + 1);
    let mut pieces = dice.of(PLACES).split("{}");
    let mut text = pieces.next().unwrap().to_owned();
    for piece in pieces {
        match dice.below(8) {
            0 => text.push_str(&zalgo(&mut dice)),
            1..=4 => text.push_str(dice.of(PAYLOADS)),
            5 | 6 => text.push_str(dice.of(DRESSED)),
            _ => text.push_str(" ordinaire "),
        }
        text.push_str(piece);
    }
    text
}

/// A letter under a heap of marks.
fn zalgo(dice: &mut Dice) -> String {
    let mark = dice.of(&["\u{301}", "\u{336}", "\u{20dd}", "\u{489}", "\u{e47}"]);
    format!("z{}", mark.repeat(dice.below(300)))
}

/// Names of files that would do harm if they were printed as they are.
pub const NAMES: &[&[u8]] = &[
    b"\x1b]0;owned\x07.md",
    b"\x1b[31mred.md",
    b"new\nline.md",
    b"\xff\xfe\x9b31m.md",
    b"\xc2\x9b31m.md",
    b"\xe2\x80\xaefdp.md",
    b"--help.md",
    b"-.md",
    b"tab\there\x08.md",
    b"$(id)`id`;id.md",
    b"a b'c\"d.md",
];
