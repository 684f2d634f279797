//! What things look like: roles and their colours.
//!
//! The rest of the interface names a [`Look`] (a role and its emphasis) and never a colour. A [`Theme`] turns looks
//! into styles for the colours that the terminal has; with none at all, bold, underline, reverse and `▌` carry the
//! meaning, so that no information is ever in a colour alone.

pub mod own;

use ratatui::style::{Color, Modifier, Style};

/// What a piece of text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Role {
    /// What is read.
    #[default]
    Text,
    /// What accompanies it.
    Muted,
    /// The mark, keys, headings, what is in hand.
    Accent,
    /// A deadline within seven days, a doubt.
    Soon,
    /// A deadline today or past, an error.
    Late,
    /// Done.
    Good,
    /// Links and addresses; an application that was sent.
    Link,
    /// Interviews and the candidate's own notes.
    Notes,
    /// Lines and dots that only separate.
    Rule,
}

impl Role {
    /// Every role, for the tests of the themes.
    pub const ALL: [Self; 9] = [
        Self::Text,
        Self::Muted,
        Self::Accent,
        Self::Soon,
        Self::Late,
        Self::Good,
        Self::Link,
        Self::Notes,
        Self::Rule,
    ];
}

/// A role with its emphasis.
#[allow(
    clippy::struct_excessive_bools,
    reason = "the emphases are independent: a text may have all of them"
)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Look {
    /// What it is for.
    pub role: Role,
    /// Strong.
    pub bold: bool,
    /// Emphasised.
    pub italic: bool,
    /// Underlined.
    pub underline: bool,
    /// Struck through.
    pub strike: bool,
    /// Inverted: a passage that is pointed at.
    pub reverse: bool,
}

impl Look {
    /// A role without emphasis.
    #[must_use]
    pub const fn of(role: Role) -> Self {
        Self {
            role,
            bold: false,
            italic: false,
            underline: false,
            strike: false,
            reverse: false,
        }
    }

    /// The same in bold.
    #[must_use]
    pub const fn bold(mut self) -> Self {
        self.bold = true;
        self
    }

    /// The same underlined.
    #[must_use]
    pub const fn underline(mut self) -> Self {
        self.underline = true;
        self
    }

    /// The same struck through.
    #[must_use]
    pub const fn strike(mut self) -> Self {
        self.strike = true;
        self
    }

    /// The same inverted.
    #[must_use]
    pub const fn reverse(mut self) -> Self {
        self.reverse = true;
        self
    }
}

/// How many colours the terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Depth {
    /// None, or none wanted.
    None,
    /// The sixteen of the terminal's own palette.
    Sixteen,
    /// The palette of 256.
    Indexed,
    /// 24 bits.
    True,
}

/// Whether colours are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Colours {
    /// As the terminal and `NO_COLOR` say.
    #[default]
    Auto,
    /// Even where the terminal does not seem to have them.
    Always,
    /// Never.
    Never,
}

impl Depth {
    /// Finds out how many colours to use from the choice and the terminal's variables.
    #[must_use]
    pub fn of_terminal(colours: Colours, variable: &dyn Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
        let term = variable("TERM").unwrap_or_default();
        if colours == Colours::Never || (colours == Colours::Auto && (set("NO_COLOR") || term == "dumb")) {
            return Self::None;
        }
        let colorterm = variable("COLORTERM").unwrap_or_default();
        let known = ["direct", "kitty", "ghostty", "alacritty", "wezterm", "foot"];
        if ["truecolor", "24bit"].contains(&colorterm.as_str()) || known.iter().any(|name| term.contains(name)) {
            return Self::True;
        }
        if term.contains("256color") || set("WT_SESSION") {
            return Self::Indexed;
        }
        Self::Sixteen
    }
}

/// Which themes there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ThemeName {
    /// Ours, in its light or dark form as the terminal's background asks.
    #[default]
    Tremplin,
    /// Ours on a dark background.
    TremplinDark,
    /// Ours on a light background.
    TremplinLight,
    /// Every text at a contrast of at least 7.
    Contrast,
    /// The terminal's own sixteen colours.
    Terminal,
    /// No colour at all.
    None,
}

impl ThemeName {
    /// The themes with their names in the config, in the order in which they are offered.
    pub const ALL: &[(&str, Self)] = &[
        ("tremplin", Self::Tremplin),
        ("tremplin-dark", Self::TremplinDark),
        ("tremplin-light", Self::TremplinLight),
        ("contrast", Self::Contrast),
        ("terminal", Self::Terminal),
        ("none", Self::None),
    ];

    /// Reads the name as written in the config.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, theme)| *theme)
    }
}

/// The background that the theme has to stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Background {
    /// Dark, or unknown.
    #[default]
    Dark,
    /// Light.
    Light,
}

/// A palette: one colour a role, and the background of the selected row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// The colours in the order of [`Role::ALL`], as 0xRRGGBB.
    pub roles: [u32; 9],
    /// Behind the selected row.
    pub selected: u32,
}

/// INTERFACE §4, dark.
pub const DARK: Palette = Palette {
    roles: [
        0xE6_E6F0, 0x9B_A1B8, 0x9D_9DFF, 0xFF_B454, 0xFF_7B84, 0x7B_D88F, 0x6C_C7D9, 0xE5_9CF2, 0x5F_6680,
    ],
    selected: 0x2B_2F4A,
};

/// INTERFACE §4, light.
pub const LIGHT: Palette = Palette {
    roles: [
        0x1E_2030, 0x5A_607A, 0x3F_3FC4, 0x8F_5300, 0xB3_202F, 0x1B_7036, 0x0B_6678, 0x8A_2A9B, 0x9A_A0B5,
    ],
    selected: 0xE4_E6FA,
};

/// Every text at least 7 to 1 on a dark background.
pub const CONTRAST_DARK: Palette = Palette {
    roles: [
        0xFF_FFFF, 0xD5_D8E6, 0xC4_C4FF, 0xFF_D08A, 0xFF_B3B8, 0xA5_F0B4, 0x9F_E6F5, 0xF5_C4FF, 0xB0_B6CC,
    ],
    selected: 0x2B_2F4A,
};

/// Every text at least 7 to 1 on a light background.
pub const CONTRAST_LIGHT: Palette = Palette {
    roles: [
        0x00_0000, 0x33_3850, 0x22_2299, 0x5E_3600, 0x84_0F1C, 0x0B_4A20, 0x04_4250, 0x5E_176B, 0x55_5B70,
    ],
    selected: 0xE4_E6FA,
};

/// Turns looks into styles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    styles: [Style; 9],
    selected: Style,
    depth: Depth,
}

impl Theme {
    /// Makes the theme `name` for a terminal with these colours on this background.
    #[must_use]
    pub fn new(name: ThemeName, depth: Depth, background: Background) -> Self {
        let palette = match (name, background) {
            (ThemeName::None, _) => return Self::without_colour(),
            (ThemeName::Terminal, _) => return Self::sixteen(),
            (ThemeName::TremplinDark, _) | (ThemeName::Tremplin, Background::Dark) => DARK,
            (ThemeName::TremplinLight, _) | (ThemeName::Tremplin, Background::Light) => LIGHT,
            (ThemeName::Contrast, Background::Dark) => CONTRAST_DARK,
            (ThemeName::Contrast, Background::Light) => CONTRAST_LIGHT,
        };
        Self::of_palette(&palette, depth)
    }

    /// Makes a theme of a palette, as near as the terminal's colours come to it.
    #[must_use]
    pub fn of_palette(palette: &Palette, depth: Depth) -> Self {
        let ground = indexed(nearest(palette.selected));
        let colour = |rgb| match depth {
            Depth::True => true_colour(rgb),
            _ => Color::Indexed(nearest_legible(rgb, ground)),
        };
        let selected = match depth {
            Depth::True => true_colour(palette.selected),
            _ => Color::Indexed(nearest(palette.selected)),
        };
        match depth {
            Depth::None => Self::without_colour(),
            Depth::Sixteen => Self::sixteen(),
            Depth::Indexed | Depth::True => Self {
                styles: palette.roles.map(|rgb| Style::new().fg(colour(rgb))),
                selected: Style::new().bg(selected),
                depth,
            },
        }
    }

    /// The terminal's own sixteen colours: INTERFACE §4, last column.
    fn sixteen() -> Self {
        let fg = |colour| Style::new().fg(colour);
        Self {
            styles: [
                Style::new(),
                Style::new().add_modifier(Modifier::DIM),
                fg(Color::LightBlue),
                fg(Color::Yellow),
                fg(Color::LightRed),
                fg(Color::Green),
                fg(Color::Cyan),
                fg(Color::Magenta),
                fg(Color::DarkGray),
            ],
            selected: Style::new().add_modifier(Modifier::REVERSED),
            depth: Depth::Sixteen,
        }
    }

    /// No colour: emphasis alone.
    fn without_colour() -> Self {
        let with = |modifier| Style::new().add_modifier(modifier);
        Self {
            styles: [
                Style::new(),
                Style::new(),
                with(Modifier::BOLD),
                with(Modifier::BOLD),
                with(Modifier::BOLD.union(Modifier::UNDERLINED)),
                Style::new(),
                with(Modifier::UNDERLINED),
                with(Modifier::ITALIC),
                Style::new(),
            ],
            selected: with(Modifier::REVERSED),
            depth: Depth::None,
        }
    }

    /// Returns the style of a look.
    #[must_use]
    pub fn style(&self, look: Look) -> Style {
        let wanted = [
            (look.bold, Modifier::BOLD),
            (look.italic, Modifier::ITALIC),
            (look.underline, Modifier::UNDERLINED),
            (look.strike, Modifier::CROSSED_OUT),
            (look.reverse, Modifier::REVERSED),
        ];
        let base = self.styles[look.role as usize];
        wanted
            .into_iter()
            .filter(|(on, _)| *on)
            .fold(base, |style, (_, modifier)| style.add_modifier(modifier))
    }

    /// Returns what is laid over the selected row.
    #[must_use]
    pub fn selected(&self) -> Style {
        self.selected
    }

    /// Returns the style of everything behind an open box.
    #[must_use]
    pub fn behind(&self) -> Style {
        match self.depth {
            Depth::None | Depth::Sixteen => Style::new().add_modifier(Modifier::DIM),
            Depth::Indexed | Depth::True => self.styles[Role::Rule as usize],
        }
    }
}

fn channels(rgb: u32) -> [u8; 3] {
    let [_, red, green, blue] = rgb.to_be_bytes();
    [red, green, blue]
}

fn true_colour(rgb: u32) -> Color {
    let [red, green, blue] = channels(rgb);
    Color::Rgb(red, green, blue)
}

/// Returns the nearest of the 216 + 24 fixed colours of the palette of 256 (the first 16 are the user's own).
fn nearest(rgb: u32) -> u8 {
    (16..=255).min_by_key(|index| distance(rgb, *index)).unwrap_or(231)
}

/// Returns how far a colour of the palette of 256 is from another.
fn distance(rgb: u32, index: u8) -> i32 {
    let pairs = channels(rgb).into_iter().zip(channels(indexed(index)));
    pairs.map(|(a, b)| (i32::from(a) - i32::from(b)).pow(2)).sum()
}

/// Returns the colour of an index from 16 of the palette of 256, as xterm defines it.
fn indexed(index: u8) -> u32 {
    if index >= 232 {
        let grey = u32::from(index - 232) * 10 + 8;
        return grey << 16 | grey << 8 | grey;
    }
    let step = |value: u8| if value == 0 { 0 } else { u32::from(value) * 40 + 55 };
    let index = index.saturating_sub(16);
    step(index / 36) << 16 | step(index / 6 % 6) << 8 | step(index % 6)
}

/// Returns the contrast of two colours as WCAG 2 computes it.
fn contrast(one: u32, other: u32) -> f64 {
    let light = |rgb: u32| {
        let linear = channels(rgb).map(|channel| {
            let part = f64::from(channel) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    };
    let (one, other) = (light(one), light(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Returns the nearest of the palette of 256 that stands out from `ground` as well as the colour itself, up to 7.
fn nearest_legible(rgb: u32, ground: u32) -> u8 {
    let least = contrast(rgb, ground).min(7.0);
    let stands_out = |index: &u8| contrast(indexed(*index), ground) >= least;
    let legible = (16..=255).filter(stands_out);
    legible
        .min_by_key(|index| distance(rgb, *index))
        .unwrap_or_else(|| nearest(rgb))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_terminal_says_how_many_colours_it_has() {
        let depth = |colours, variables: &[(&str, &str)]| {
            let variable = |name: &str| {
                let found = variables.iter().find(|(known, _)| *known == name);
                found.map(|(_, value)| (*value).to_owned())
            };
            Depth::of_terminal(colours, &variable)
        };
        let (auto, xterm) = (Colours::Auto, ("TERM", "xterm-256color"));
        assert_eq!(depth(auto, &[xterm]), Depth::Indexed);
        assert_eq!(depth(auto, &[xterm, ("COLORTERM", "truecolor")]), Depth::True);
        assert_eq!(depth(auto, &[xterm, ("NO_COLOR", "1")]), Depth::None);
        assert_eq!(depth(auto, &[xterm, ("NO_COLOR", "")]), Depth::Indexed);
        assert_eq!(depth(Colours::Always, &[xterm, ("NO_COLOR", "1")]), Depth::Indexed);
        assert_eq!(depth(Colours::Never, &[xterm]), Depth::None);
        assert_eq!(depth(auto, &[("TERM", "dumb")]), Depth::None);
        assert_eq!(depth(auto, &[("TERM", "linux")]), Depth::Sixteen);
    }

    #[test]
    fn every_text_is_legible_on_every_background() {
        let dark = [0x15_171F, 0x00_0000];
        let light = [0xFF_FFFF, 0xFD_F6E3];
        for (name, palette, grounds, least) in [
            ("dark", DARK, dark, 5.0),
            ("light", LIGHT, light, 4.9),
            ("contrast, dark", CONTRAST_DARK, dark, 7.0),
            ("contrast, light", CONTRAST_LIGHT, light, 7.0),
        ] {
            for role in Role::ALL.into_iter().filter(|role| *role != Role::Rule) {
                let ink = palette.roles[role as usize];
                for ground in grounds.into_iter().chain([palette.selected]) {
                    let have = contrast(ink, ground);
                    assert!(have >= least, "{name}: {role:?} on {ground:06X} has only {have:.1}");
                }
            }
        }
    }

    #[test]
    fn the_palette_of_256_keeps_every_text_legible() {
        for (name, palette, ground, least) in [
            ("dark", DARK, 0x15_171F, 4.5),
            ("light", LIGHT, 0xFF_FFFF, 4.5),
            ("contrast, dark", CONTRAST_DARK, 0x15_171F, 7.0),
            ("contrast, light", CONTRAST_LIGHT, 0xFF_FFFF, 7.0),
        ] {
            for role in Role::ALL.into_iter().filter(|role| *role != Role::Rule) {
                let selected = indexed(nearest(palette.selected));
                let ink = indexed(nearest_legible(palette.roles[role as usize], selected));
                for ground in [ground, selected] {
                    let have = contrast(ink, ground);
                    assert!(have >= least, "{name}: {role:?} on {ground:06X} has only {have:.1}");
                }
            }
        }
    }

    #[test]
    fn the_nearest_of_256_is_exact_for_its_own_colours() {
        assert_eq!(nearest(0x00_0000), 16);
        assert_eq!(nearest(0xFF_FFFF), 231);
        assert_eq!(nearest(0x5F_87AF), 67);
        assert_eq!(nearest(0x08_0808), 232);
    }

    #[test]
    fn without_colour_the_selection_is_reversed_and_no_style_holds_a_colour() {
        let theme = Theme::new(ThemeName::Tremplin, Depth::None, Background::Dark);
        assert!(theme.selected().add_modifier.contains(Modifier::REVERSED));
        for role in Role::ALL {
            let style = theme.style(Look::of(role));
            assert_eq!((style.fg, style.bg), (None, None), "{role:?}");
        }
    }
}
