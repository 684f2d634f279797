//! One file, read without ever waiting for it and without ever taking more of it than a text can be.
//!
//! A FIFO would block for ever, a device has no end, a sparse file may claim terabytes: the file is opened without
//! blocking, asked what it is once it is open (a name may lead elsewhere a moment later), and read up to a cap.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read as _};
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use jiff::civil::Date;

use super::scan::LeftOutReason;

/// The largest file that is read. The largest real offer has 503 KB.
pub const MAX_BYTES: u64 = 2 * 1024 * 1024;

/// How long after a change a file may change again without its time telling.
const DOUBTFUL: Duration = Duration::from_secs(2);

/// What tells whether a file changed: its size, its time and its place on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Stamp {
    /// In bytes.
    pub size: u64,
    /// Last change, in nanoseconds since 1970.
    pub modified: i64,
    /// The number of the file on its disk; 0 where there is none.
    pub inode: u64,
}

impl Stamp {
    /// Takes the stamp of an open file.
    #[must_use]
    pub fn of(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        let inode = std::os::unix::fs::MetadataExt::ino(metadata);
        #[cfg(not(unix))]
        let inode = 0;
        Self {
            size: metadata.len(),
            modified: metadata.modified().map_or(0, nanoseconds),
            inode,
        }
    }

    /// Takes the stamp of what the system says of a file.
    #[cfg(unix)]
    #[must_use]
    pub fn of_stat(stat: &rustix::fs::Stat) -> Self {
        // Some systems count in other widths.
        let number = |count: i128| u64::try_from(count).unwrap_or_default();
        let modified = i128::from(stat.st_mtime) * 1_000_000_000 + i128::from(stat.st_mtime_nsec);
        Self {
            size: number(stat.st_size.into()),
            modified: i64::try_from(modified).unwrap_or(if modified < 0 { i64::MIN } else { i64::MAX }),
            inode: number(stat.st_ino.into()),
        }
    }

    /// Tells whether the file was changed so shortly before `now` that a further change might leave the same stamp.
    #[must_use]
    pub fn is_doubtful(&self, now: SystemTime) -> bool {
        let limit = nanoseconds(now).saturating_sub(i64::try_from(DOUBTFUL.as_nanos()).unwrap_or(i64::MAX));
        self.modified >= limit
    }

    /// Returns the day of the last change, in UTC so that it is the same everywhere.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        let time = jiff::Timestamp::from_nanosecond(i128::from(self.modified)).ok()?;
        Some(time.to_zoned(jiff::tz::TimeZone::UTC).date())
    }
}

fn nanoseconds(time: SystemTime) -> i64 {
    match time.duration_since(UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_nanos()).unwrap_or(i64::MAX),
        Err(before) => i64::try_from(before.duration().as_nanos()).map_or(i64::MIN, |nanos| -nanos),
    }
}

/// Reads a whole file that a path without links leads to.
///
/// # Errors
///
/// Why it is left out: no regular file, too large, gone, or not to be read.
pub fn read(path: &Path) -> Result<(Vec<u8>, Stamp), LeftOutReason> {
    let file = open(path).map_err(|error| left_out(&error))?;
    let metadata = file.metadata().map_err(|error| left_out(&error))?;
    if !metadata.is_file() {
        return Err(LeftOutReason::NotRegular);
    }
    let stamp = Stamp::of(&metadata);
    if stamp.size > MAX_BYTES {
        return Err(LeftOutReason::TooLarge { bytes: stamp.size });
    }
    let bytes = read_whole(&file, stamp.size).map_err(|error| left_out(&error))?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(LeftOutReason::TooLarge {
            bytes: bytes.len() as u64,
        });
    }
    Ok((bytes, stamp))
}

/// Reads a file that has about `size` bytes, and one byte more than allowed of a file that grows while it is read.
fn read_whole(mut file: &File, size: u64) -> io::Result<Vec<u8>> {
    let room = usize::try_from(size).unwrap_or(0).saturating_add(1);
    let mut bytes = vec![0; room];
    let first = loop {
        match file.read(&mut bytes) {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            read => break read?,
        }
    };
    bytes.truncate(first);
    // Less than asked for is all there is, on the disks of this machine; elsewhere and of a file that grew, there may be
    // more.
    if first != room - 1 {
        file.take((MAX_BYTES + 1).saturating_sub(first as u64))
            .read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;

    use rustix::fs::OFlags;

    let flags = OFlags::NONBLOCK | OFlags::CLOEXEC | OFlags::NOCTTY | OFlags::NOFOLLOW;
    OpenOptions::new()
        .read(true)
        .custom_flags(flags.bits().cast_signed())
        .open(path)
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).open(path)
}

/// Says why an error leaves a file out.
#[must_use]
pub fn left_out(error: &io::Error) -> LeftOutReason {
    #[cfg(unix)]
    let is_device = error.raw_os_error() == Some(rustix::io::Errno::NXIO.raw_os_error());
    #[cfg(not(unix))]
    let is_device = false;
    match error.kind() {
        // A socket, or a device that is not there.
        _ if is_device => LeftOutReason::NotRegular,
        ErrorKind::NotFound => LeftOutReason::Vanished,
        kind => LeftOutReason::Unreadable(kind),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_over_the_cap_is_left_out_unread() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("sparse.md");
        File::create(&path).unwrap().set_len(5 << 30).unwrap();
        assert_eq!(read(&path).unwrap_err(), LeftOutReason::TooLarge { bytes: 5 << 30 });
        let exact = dir.path().join("exact.md");
        File::create(&exact).unwrap().set_len(MAX_BYTES).unwrap();
        assert_eq!(read(&exact).unwrap().0.len() as u64, MAX_BYTES);
    }

    #[test]
    fn a_missing_file_has_vanished_and_a_folder_is_not_regular() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(read(&dir.path().join("gone")).unwrap_err(), LeftOutReason::Vanished);
        assert_eq!(read(dir.path()).unwrap_err(), LeftOutReason::NotRegular);
    }

    #[cfg(unix)]
    #[test]
    fn devices_sockets_and_fifos_do_not_block() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(read(Path::new("/dev/zero")).unwrap_err(), LeftOutReason::NotRegular);
        let socket = dir.path().join("socket.md");
        let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        assert_eq!(read(&socket).unwrap_err(), LeftOutReason::NotRegular);
        let fifo = dir.path().join("fifo.md");
        let made = std::process::Command::new("mkfifo").arg(&fifo).status().unwrap();
        assert!(made.success());
        assert_eq!(read(&fifo).unwrap_err(), LeftOutReason::NotRegular);
    }

    #[test]
    fn a_stamp_of_the_last_two_seconds_is_doubtful() {
        let now = UNIX_EPOCH + Duration::from_secs(1_000);
        let at = |seconds: i64| Stamp {
            modified: seconds * 1_000_000_000,
            ..Stamp::default()
        };
        assert!(at(999).is_doubtful(now));
        assert!(at(1_001).is_doubtful(now));
        assert!(!at(990).is_doubtful(now));
    }

    #[test]
    fn the_day_of_a_stamp_is_that_of_utc() {
        let stamp = Stamp {
            modified: 1_700_000_000 * 1_000_000_000,
            ..Stamp::default()
        };
        assert_eq!(stamp.day(), Some(jiff::civil::date(2023, 11, 14)));
    }
}
