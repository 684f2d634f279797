//! Many stretches of one long list or text, known by where each ends: the next begins there.

use std::ops::Range;

/// Returns the places of a stretch; an empty range when there is no such one.
pub(super) fn stretch(ends: &[u32], number: usize) -> Range<usize> {
    let start = number
        .checked_sub(1)
        .and_then(|before| ends.get(before))
        .map_or(0, |end| *end as usize);
    let end = ends.get(number).map_or(start, |end| *end as usize);
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_begins_where_the_one_before_ends() {
        let stretches = [0, 1, 2, 3, 9].map(|number| stretch(&[2, 2, 5], number));
        assert_eq!(stretches, [0..2, 2..2, 2..5, 5..5, 0..0]);
    }
}
