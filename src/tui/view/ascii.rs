//! For terminals and fonts without our signs: each drawn sign becomes one of ASCII that says the same.
//!
//! Done on the finished frame, so that no view needs to know. Letters, accents and punctuation of texts stay.

use ratatui::buffer::Buffer;

/// The signs of the interface and what stands for them.
const SIGNS: &[(&str, &str)] = &[
    ("★", "*"),
    ("●", "o"),
    ("○", "o"),
    ("×", "x"),
    ("⚑", "!"),
    ("⚠", "!"),
    ("✓", "v"),
    ("✗", "x"),
    ("↻", "@"),
    ("∅", "0"),
    ("◆", "*"),
    ("≠", "!"),
    ("≈", "~"),
    ("✉", "@"),
    ("▌", ">"),
    ("▐", "#"),
    ("▸", ">"),
    ("•", "-"),
    ("◦", "-"),
    ("▪", "-"),
    ("‹", "<"),
    ("›", ">"),
    ("⇄", "="),
    ("→", ">"),
    ("←", "<"),
    ("↑", "^"),
    ("↓", "v"),
    ("…", "~"),
    ("·", "."),
    ("█", "#"),
    ("▁", "_"),
    ("▃", "-"),
    ("▅", "="),
    ("▆", "+"),
    ("─", "-"),
    ("━", "="),
    ("│", "|"),
    ("┃", "#"),
    ("╭", "+"),
    ("╮", "+"),
    ("╰", "+"),
    ("╯", "+"),
    ("┏", "+"),
    ("┓", "+"),
    ("┗", "+"),
    ("┛", "+"),
    ("├", "+"),
    ("┤", "+"),
    ("┬", "+"),
    ("┴", "+"),
    ("┼", "+"),
    ("┌", "+"),
    ("┐", "+"),
    ("└", "+"),
    ("┘", "+"),
];

/// The signs of the ramp, in order; a step that was not reached is a point.
const RAMP: [&str; 5] = ["▁", "▃", "▅", "▆", "█"];

/// Replaces the signs of a frame.
pub fn replace_signs(buf: &mut Buffer) {
    let area = buf.area;
    for y in area.top()..area.bottom() {
        // The mark in the first line is no state.
        for x in area.left()..area.right() {
            if y > area.top() {
                number_ramp(buf, x, y);
            }
            let sign = SIGNS.iter().find(|(sign, _)| *sign == buf[(x, y)].symbol());
            if let Some((_, plain)) = sign {
                buf[(x, y)].set_symbol(plain);
            }
        }
    }
}

/// Writes a ramp that starts in this cell as `3/5`.
fn number_ramp(buf: &mut Buffer, x: u16, y: u16) {
    let cells = (x..buf.area.right()).zip(RAMP);
    let mut reached = 0;
    let mut columns = 0;
    for (x, sign) in cells {
        let symbol = buf[(x, y)].symbol();
        match (symbol == sign, symbol == "·") {
            (true, _) if reached == columns => reached += 1,
            (_, true) if columns > 0 => {}
            _ => return,
        }
        columns += 1;
    }
    if columns < RAMP.len() {
        return;
    }
    for (x, letter) in (x..).zip(format!("{reached}/5  ").chars()) {
        buf[(x, y)].set_char(letter);
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn signs_become_ascii_and_texts_stay() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 24, 2));
        buf.set_string(0, 0, "▁▃▅▆█ été…", Style::new());
        buf.set_string(0, 1, "★ là ▁▃··· │ a · b", Style::new());
        replace_signs(&mut buf);
        let line = |y| (0..24).map(|x| buf[(x, y)].symbol()).collect::<String>();
        assert_eq!(line(0).trim_end(), "_-=+# été~");
        assert_eq!(line(1).trim_end(), "* là 2/5   | a . b");
    }
}
