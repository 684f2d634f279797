//! Where everything stands: the one function that drawing, scrolling and the mouse share.

use ratatui::layout::{Position, Rect};

use super::model::{Focus, Model, View};

/// The widest that text is set: longer lines are hard to read.
pub const TEXT_WIDTH: u16 = 74;

/// The lines of the strip that shows the passage of a fact.
const STRIP: u16 = 5;

/// From this height a narrow screen shows the detail below the list, when that is asked for.
const BOTH: u16 = 24;

/// Where the detail stands beside the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Preview {
    /// On its right.
    #[default]
    Right,
    /// Below it.
    Below,
}

/// How much room there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Not even a row: one polite line.
    Nothing,
    /// Below 40 columns or 10 rows: rows of one line, no footer.
    Tiny,
    /// Below 80 columns: one pane at a time.
    Narrow,
    /// From 80 columns: list and detail.
    Usual,
    /// From 120 columns and 36 rows: air between the rows.
    Roomy,
}

impl Class {
    /// Tells the class of a screen.
    #[must_use]
    pub fn of(screen: Rect) -> Self {
        match (screen.width, screen.height) {
            (..20, _) | (_, ..5) => Self::Nothing,
            (..40, _) | (_, ..10) => Self::Tiny,
            (..80, _) => Self::Narrow,
            (120.., 36..) => Self::Roomy,
            _ => Self::Usual,
        }
    }

    /// Returns the lines that one row of the list takes, with the space below it.
    #[must_use]
    pub fn row_height(self) -> u16 {
        match self {
            Self::Nothing | Self::Tiny => 1,
            Self::Narrow | Self::Usual => 2,
            Self::Roomy => 3,
        }
    }
}

/// The areas of a screen. An empty one is not drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Panes {
    /// How much room there is.
    pub class: Class,
    /// Mark and tabs.
    pub header: Rect,
    /// The search line.
    pub search: Rect,
    /// The line below them.
    pub top_rule: Rect,
    /// Everything between the two lines.
    pub body: Rect,
    /// The list.
    pub list: Rect,
    /// The column between the panes.
    pub divider: Rect,
    /// The detail with its scroll bar.
    pub detail: Rect,
    /// The text inside the detail.
    pub text: Rect,
    /// Below the text, while a fact is pointed at: the passage that states it.
    pub strip: Rect,
    /// The line above the footer.
    pub bottom_rule: Rect,
    /// Keys and toasts.
    pub footer: Rect,
}

/// Divides the screen of `model`.
#[must_use]
pub fn panes(model: &Model) -> Panes {
    let screen = model.screen;
    let class = Class::of(screen);
    let mut rest = screen;
    let listed = matches!(model.view, View::Offers | View::Kept);
    let zoomed = listed && model.focus == Focus::Zoom;
    let below = model.preview == Preview::Below;
    let single = match class {
        Class::Nothing | Class::Tiny => true,
        Class::Narrow => !below || screen.height < BOTH,
        Class::Usual | Class::Roomy => false,
    };
    let reading = zoomed || (single && model.focus == Focus::Detail);
    let footer_height = u16::from(!matches!(class, Class::Nothing | Class::Tiny));
    let header = take_top(&mut rest, 1);
    let search = take_top(&mut rest, u16::from(!reading && model.view == View::Offers));
    let top_rule = take_top(&mut rest, footer_height);
    let footer = take_bottom(&mut rest, footer_height);
    let bottom_rule = take_bottom(&mut rest, footer_height);
    let body = rest;
    let (list, divider, detail) = match (reading, single) {
        _ if !listed => (empty(body), empty(body), empty(body)),
        (true, _) => (empty(body), empty(body), body),
        (false, true) => (body, empty(body), empty(body)),
        (false, false) if below => stack(body, list_height(class, body.height, model.share)),
        (false, false) => split(body, list_width(body.width, model.share)),
    };
    let mut text = text_of(detail, zoomed);
    let strip_height = if model.detail.proof.is_some() {
        STRIP.min(text.height / 2)
    } else if model.detail.find.is_some() {
        2.min(text.height / 2)
    } else {
        0
    };
    let strip = take_bottom(&mut text, strip_height);
    Panes {
        class,
        header,
        search,
        top_rule,
        body,
        list,
        divider,
        detail,
        text,
        strip,
        bottom_rule,
        footer,
    }
}

/// Returns where a box may stand: the line of the keys stays in sight, they are the box's.
#[must_use]
pub fn above_footer(screen: Rect) -> Rect {
    let footer = u16::from(!matches!(Class::of(screen), Class::Nothing | Class::Tiny));
    Rect {
        height: screen.height.saturating_sub(footer),
        ..screen
    }
}

fn take_top(rest: &mut Rect, height: u16) -> Rect {
    let height = height.min(rest.height);
    let top = Rect { height, ..*rest };
    rest.y += height;
    rest.height -= height;
    top
}

fn take_bottom(rest: &mut Rect, height: u16) -> Rect {
    let height = height.min(rest.height);
    rest.height -= height;
    Rect {
        y: rest.y + rest.height,
        height,
        ..*rest
    }
}

fn empty(area: Rect) -> Rect {
    Rect {
        width: 0,
        height: 0,
        ..area
    }
}

/// The share of the list in the width, in hundredths, until the person moves the line.
pub const SHARE: u16 = 45;

/// Returns a share that leaves room for both panes.
#[must_use]
pub fn clamp_share(share: u16) -> u16 {
    share.clamp(25, 75)
}

/// Returns the share that puts the line between the panes on a cell.
#[must_use]
pub fn share_of_list(body: Rect, preview: Preview, cell: Position) -> u16 {
    let (part, whole) = match preview {
        Preview::Right => (cell.x.saturating_sub(body.x), body.width),
        Preview::Below => (cell.y.saturating_sub(body.y), body.height),
    };
    let hundredths = (u32::from(part) * 100).div_ceil(u32::from(whole.max(1)));
    clamp_share(u16::try_from(hundredths).unwrap_or(SHARE))
}

/// Returns the columns of the list; at most 72 unless the person moved the line.
fn list_width(width: u16, share: u16) -> u16 {
    let columns = u16::try_from(u32::from(width) * u32::from(share) / 100).unwrap_or(width);
    if share == SHARE { columns.min(72) } else { columns }
}

/// Returns the lines of the list above the detail: no row is cut.
fn list_height(class: Class, height: u16, share: u16) -> u16 {
    let lines = u16::try_from(u32::from(height) * u32::from(share) / 100).unwrap_or(height);
    let row = class.row_height();
    (lines / row * row).max(row)
}

fn stack(body: Rect, list_height: u16) -> (Rect, Rect, Rect) {
    let mut rest = body;
    let list = take_top(&mut rest, list_height);
    let divider = take_top(&mut rest, 1);
    (list, divider, rest)
}

fn split(body: Rect, list_width: u16) -> (Rect, Rect, Rect) {
    let list = Rect {
        width: list_width.min(body.width),
        ..body
    };
    let divider = Rect {
        x: body.x + list.width,
        width: 1.min(body.width - list.width),
        ..body
    };
    let taken = list.width + divider.width;
    let detail = Rect {
        x: body.x + taken,
        width: body.width - taken,
        ..body
    };
    (list, divider, detail)
}

/// Returns the text of a detail pane: one column of air on the left, the scroll bar and one of air on the right, at
/// most [`TEXT_WIDTH`] wide, centred when zoomed.
fn text_of(detail: Rect, centred: bool) -> Rect {
    let room = detail.width.saturating_sub(3);
    let width = room.min(TEXT_WIDTH);
    let left = if centred { (room - width) / 2 } else { 0 };
    Rect {
        x: detail.x + (1 + left).min(detail.width),
        width,
        ..detail
    }
}

/// Returns the offset with which `cursor` stands on a screen of `height` rows, changing it as little as possible.
#[must_use]
pub fn scroll_into_view(offset: usize, cursor: usize, height: usize, count: usize) -> usize {
    let height = height.max(1);
    let lowest = cursor.saturating_sub(height - 1);
    // A list that became shorter leaves no empty room below its end.
    let last = count.saturating_sub(height);
    offset.clamp(lowest, cursor).min(last.max(lowest))
}

impl Panes {
    /// Returns the area on the right edge of which the list's scroll bar stands: the line between the panes where it
    /// runs beside the list.
    #[must_use]
    pub fn list_bar(&self) -> Rect {
        if self.divider.height > 1 {
            self.divider
        } else {
            self.list
        }
    }

    /// Returns how many rows of the list stand whole on the screen; the air below the last one may be missing.
    #[must_use]
    pub fn rows(&self) -> usize {
        let height = self.class.row_height();
        let air = u16::from(height == 3);
        usize::from((self.list.height + air) / height).max(1)
    }

    /// Returns the position in the list of the row drawn at a line of the screen.
    #[must_use]
    pub fn row_at(&self, y: u16, offset: usize) -> Option<usize> {
        let inside = y >= self.list.y && y < self.list.bottom();
        inside.then(|| offset + usize::from((y - self.list.y) / self.class.row_height()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scrolling_moves_as_little_as_possible() {
        assert_eq!(scroll_into_view(0, 5, 10, 100), 0);
        assert_eq!(scroll_into_view(0, 10, 10, 100), 1);
        assert_eq!(scroll_into_view(50, 20, 10, 100), 20);
        assert_eq!(scroll_into_view(95, 99, 10, 100), 90);
        assert_eq!(scroll_into_view(95, 2, 10, 3), 0);
        assert_eq!(scroll_into_view(3, 0, 0, 0), 0);
    }
}
