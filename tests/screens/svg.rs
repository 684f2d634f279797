//! A screen as an SVG: one element a run of cells, so that a difference is read line by line.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails panics")]

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

/// Columns and rows in pixels.
const CELL: (f32, f32) = (9.6, 20.0);
/// Air around the screen.
const AIR: f32 = 12.0;

/// Draws a screen. `ground` is background and foreground of the terminal.
pub fn picture(title: &str, buffer: &Buffer, ground: (u32, u32)) -> String {
    let area = buffer.area();
    let width = f32::from(area.width) * CELL.0 + 2.0 * AIR;
    let height = f32::from(area.height) * CELL.1 + 2.0 * AIR;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" \
         viewBox=\"0 0 {width:.1} {height:.1}\">\n<title>tremplin: {title}</title>\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{}\"/>\n\
         <g font-family=\"'JetBrains Mono','DejaVu Sans Mono',monospace\" font-size=\"16\" xml:space=\"preserve\">\n",
        hex(ground.0),
    );
    for y in 0..area.height {
        for run in runs(buffer, y, ground) {
            run.draw(y, &mut svg);
        }
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

/// Neighbouring cells that look the same.
struct Run {
    x: u16,
    columns: u16,
    text: String,
    ink: u32,
    paper: Option<u32>,
    modifier: Modifier,
}

fn runs(buffer: &Buffer, y: u16, ground: (u32, u32)) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut x = 0;
    while x < buffer.area().width {
        let cell = &buffer[(x, y)];
        let columns = u16::try_from(tremplin::text::width(cell.symbol()).max(1)).unwrap();
        let (ink, paper) = colours(cell, ground);
        match runs.last_mut() {
            Some(run) if run.joins(cell, ink, paper) => {
                run.text.push_str(cell.symbol());
                run.columns += columns;
            }
            _ => runs.push(Run {
                x,
                columns,
                text: cell.symbol().to_owned(),
                ink,
                paper,
                modifier: cell.modifier,
            }),
        }
        x += columns;
    }
    runs
}

fn colours(cell: &Cell, ground: (u32, u32)) -> (u32, Option<u32>) {
    let ink = rgb(cell.fg).unwrap_or(ground.1);
    let paper = rgb(cell.bg);
    if cell.modifier.contains(Modifier::REVERSED) {
        return (paper.unwrap_or(ground.0), Some(ink));
    }
    (ink, paper)
}

fn rgb(colour: Color) -> Option<u32> {
    match colour {
        Color::Reset => None,
        Color::Rgb(red, green, blue) => Some(u32::from(red) << 16 | u32::from(green) << 8 | u32::from(blue)),
        other => panic!("the pictures are drawn in full colour, not with {other:?}"),
    }
}

impl Run {
    fn joins(&self, cell: &Cell, ink: u32, paper: Option<u32>) -> bool {
        let drawn = |text: &str| text.chars().any(is_drawn);
        self.ink == ink
            && self.paper == paper
            && self.modifier == cell.modifier
            && drawn(&self.text) == drawn(cell.symbol())
            // Only the font knows how wide these are: each gets its own place.
            && cell.symbol().chars().all(is_regular)
            && self.text.chars().all(is_regular)
    }

    fn draw(&self, y: u16, svg: &mut String) {
        let (left, top) = (f32::from(self.x) * CELL.0 + AIR, f32::from(y) * CELL.1 + AIR);
        let width = f32::from(self.columns) * CELL.0;
        if let Some(paper) = self.paper {
            let _ = writeln!(
                svg,
                "<rect x=\"{left:.1}\" y=\"{top:.0}\" width=\"{width:.1}\" height=\"{:.0}\" fill=\"{}\" \
                 shape-rendering=\"crispEdges\"/>",
                CELL.1,
                hex(paper)
            );
        }
        if self.text.chars().all(is_drawn) {
            return self.draw_shapes(left, top, svg);
        }
        let text = self.text.trim_end();
        let start = text.len() - text.trim_start().len();
        let lead = f32::from(u16::try_from(tremplin::text::width(&text[..start])).unwrap());
        let plain = self
            .modifier
            .difference(Modifier::UNDERLINED | Modifier::CROSSED_OUT)
            .is_empty();
        if text.trim().is_empty() && plain {
            return;
        }
        let _ = writeln!(
            svg,
            "<text x=\"{:.1}\" y=\"{:.1}\" fill=\"{}\"{}>{}</text>",
            left + lead * CELL.0,
            top + 15.0,
            hex(self.ink),
            self.attributes(),
            escape(text.trim_start())
        );
    }

    fn attributes(&self) -> String {
        let mut attributes = String::new();
        let has = |modifier| self.modifier.contains(modifier);
        if has(Modifier::BOLD) {
            attributes.push_str(" font-weight=\"700\"");
        }
        if has(Modifier::ITALIC) {
            attributes.push_str(" font-style=\"italic\"");
        }
        if has(Modifier::DIM) {
            attributes.push_str(" opacity=\"0.6\"");
        }
        match (has(Modifier::UNDERLINED), has(Modifier::CROSSED_OUT)) {
            (true, true) => attributes.push_str(" text-decoration=\"underline line-through\""),
            (true, false) => attributes.push_str(" text-decoration=\"underline\""),
            (false, true) => attributes.push_str(" text-decoration=\"line-through\""),
            (false, false) => {}
        }
        attributes
    }

    /// Draws blocks and lines as a terminal does: to the edges of their cells.
    fn draw_shapes(&self, left: f32, top: f32, svg: &mut String) {
        let (width, height) = CELL;
        let opacity = if self.modifier.contains(Modifier::DIM) {
            " opacity=\"0.6\""
        } else {
            ""
        };
        let mut path = String::new();
        if self.text.chars().all(|letter| letter == '─') {
            let (y, w) = (top + height / 2.0 - 0.6, f32::from(self.columns) * width);
            let _ = writeln!(
                svg,
                "<rect x=\"{left:.1}\" y=\"{y:.1}\" width=\"{w:.1}\" height=\"1.2\" fill=\"{}\"{opacity}/>",
                hex(self.ink)
            );
            return;
        }
        for (letter, at) in self.text.chars().zip(0_u16..) {
            let x = left + f32::from(at) * width;
            let middle_x = x + width / 2.0;
            let mut block = |x: f32, y: f32, w: f32, h: f32| {
                let _ = write!(path, "M{x:.1} {y:.1}h{w:.1}v{h:.1}h{:.1}z", -w);
            };
            match letter {
                '█' => block(x, top, width, height),
                '▌' => block(x, top, width / 2.0, height),
                '▐' => block(x + width / 2.0, top, width / 2.0, height),
                '▁' => block(x, top + height * 0.875, width, height * 0.125),
                '▃' => block(x, top + height * 0.625, width, height * 0.375),
                '▅' => block(x, top + height * 0.375, width, height * 0.625),
                '▆' => block(x, top + height * 0.25, width, height * 0.75),
                '─' => block(x, top + height / 2.0 - 0.6, width, 1.2),
                '┃' => block(middle_x - 1.6, top, 3.2, height),
                '│' => block(middle_x - 0.6, top, 1.2, height),
                '━' => block(x, top + height / 2.0 - 1.6, width, 3.2),
                '┏' | '┓' | '┗' | '┛' => {
                    let (middle, left) = (top + height / 2.0, "┓┛".contains(letter));
                    let side = if left { x } else { middle_x - 1.6 };
                    block(side, middle - 1.6, width / 2.0 + 1.6, 3.2);
                    let rise = if "┏┓".contains(letter) { middle } else { top };
                    block(middle_x - 1.6, rise, 3.2, height / 2.0);
                }
                '╭' | '╮' | '╰' | '╯' => {
                    let middle = top + height / 2.0;
                    let end = if "╭╮".contains(letter) { top + height } else { top };
                    let side = if "╭╰".contains(letter) { x + width } else { x };
                    let _ = writeln!(
                        svg,
                        "<path fill=\"none\" stroke=\"{}\" stroke-width=\"1.2\"{opacity} \
                         d=\"M{middle_x:.1} {end:.1}Q{middle_x:.1} {middle:.1} {side:.1} {middle:.1}\"/>",
                        hex(self.ink)
                    );
                }
                _ => {}
            }
        }
        if !path.is_empty() {
            let _ = writeln!(svg, "<path fill=\"{}\"{opacity} d=\"{path}\"/>", hex(self.ink));
        }
    }
}

fn is_drawn(letter: char) -> bool {
    "█▌▐▁▃▅▆─│┃━┏┓┗┛╭╮╰╯".contains(letter)
}

fn is_regular(letter: char) -> bool {
    letter.is_ascii() || is_drawn(letter) || letter.is_alphabetic() || "·…—–’«»\u{a0}\u{202f}éàèçù".contains(letter)
}

fn hex(rgb: u32) -> String {
    format!("#{rgb:06X}")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace(' ', "\u{a0}")
}
