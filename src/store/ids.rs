//! Names that no two offers share, whatever the order in which files were read.

use std::collections::{HashMap, HashSet};

use crate::offer::{OfferId, Summary};

/// Longest name kept before a suffix, so that the whole is still one.
const LONGEST: usize = 100;

/// Renames twins: the one with the shortest path, then the first by path, keeps the name, the others get a suffix made
/// from their paths.
///
/// A copy (`offer - copy.md`) thus does not take the name of the original, and what is known of an offer stays with it.
///
/// Returns the rows that were renamed with the ids they had, by row.
pub fn make_unique(rows: &mut [Summary]) -> Vec<(u32, OfferId)> {
    let mut by_id: HashMap<&str, u32> = HashMap::with_capacity(rows.len());
    for row in rows.iter() {
        *by_id.entry(row.id.as_str()).or_default() += 1;
    }
    let mut twins: Vec<usize> = (0..rows.len())
        .filter(|row| by_id.get(rows[*row].id.as_str()) != Some(&1))
        .collect();
    if twins.is_empty() {
        return Vec::new();
    }
    let mut taken: HashSet<OfferId> = rows.iter().map(|row| row.id.clone()).collect();
    twins.sort_by(|a, b| key(&rows[*a]).cmp(&key(&rows[*b])));
    let mut last: Option<OfferId> = None;
    let mut original = Vec::new();
    for number in twins {
        let row = &mut rows[number];
        if last.as_ref() == Some(&row.id) {
            let new = renamed(&row.id, &row.path, &mut taken);
            let old = std::mem::replace(&mut row.id, new);
            original.push((u32::try_from(number).unwrap_or(u32::MAX), old));
        } else {
            last = Some(row.id.clone());
        }
    }
    original.sort_by_key(|(row, _)| *row);
    original
}

fn key(row: &Summary) -> (&OfferId, u16, usize, &str) {
    (&row.id, row.source, row.path.len(), &row.path)
}

/// Makes a name that is not taken out of a name and a path.
fn renamed(id: &OfferId, path: &str, taken: &mut HashSet<OfferId>) -> OfferId {
    let mut start = id.as_str();
    start = start.get(..LONGEST).unwrap_or(start).trim_end_matches('-');
    for salt in 0_u32.. {
        let name = format!("{start}-{:06x}", hash(path, salt) & 0xFF_FFFF);
        if let Some(id) = OfferId::parse(&name).filter(|id| !taken.contains(id)) {
            taken.insert(id.clone());
            return id;
        }
    }
    id.clone()
}

/// FNV-1a: the same on every machine and in every version, which the standard library's hash is not.
fn hash(path: &str, salt: u32) -> u64 {
    path.bytes()
        .chain(salt.to_le_bytes())
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
}
