//! Room for what is large and passes: given back to the system as soon as it is dropped.

/// From so many bytes on, the allocator of Linux takes room from the system for each vector alone, and gives it back.
///
/// Below, it learns from each large vector that is dropped to keep twice as much in reserve in every thread, for as long
/// as the program runs.
const ALONE: usize = 32 * 1024 * 1024;
/// A vector of fewer bytes is not worth the question.
const LARGE: usize = 1024 * 1024;

/// Returns an empty vector with room for so many, or for more when that spares memory: what is not written to takes none.
pub fn passing<T>(count: usize) -> Vec<T> {
    let size = size_of::<T>().max(1);
    let is_large = count.saturating_mul(size) >= LARGE;
    Vec::with_capacity(if is_large {
        count.max(ALONE.div_ceil(size))
    } else {
        count
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_large_is_alone() {
        assert_eq!(passing::<u64>(100).capacity(), 100);
        assert!(passing::<u64>(LARGE / 8).capacity() * 8 >= ALONE);
        assert!(passing::<u64>(ALONE).capacity() >= ALONE);
    }
}
