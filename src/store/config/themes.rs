//! The files of the candidate's own themes, in `themes/` beside `config.toml`.

use std::io;
use std::path::PathBuf;

use crate::store::file;
use crate::store::paths::Paths;
use crate::store::scan::LeftOutReason;

/// The text of a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeFile {
    /// Where it lies.
    pub file: PathBuf,
    /// What it says.
    pub text: String,
}

/// Reads the theme of this name; `None` when there is none of the candidate's own.
///
/// # Errors
///
/// When the file is there and cannot be read, or is no text.
pub fn read(paths: &Paths, name: &str) -> io::Result<Option<ThemeFile>> {
    let Some(path) = paths.theme_file(name) else {
        return Ok(None);
    };
    let real = crate::store::write::resolve(&path).unwrap_or_else(|_| path.clone());
    match file::read(&real) {
        Ok((bytes, _)) => {
            let text = String::from_utf8(bytes).map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?;
            Ok(Some(ThemeFile { file: path, text }))
        }
        Err(LeftOutReason::Vanished) => Ok(None),
        Err(LeftOutReason::Unreadable(kind)) => Err(kind.into()),
        Err(_) => Err(io::ErrorKind::InvalidData.into()),
    }
}

/// Returns the names of the candidate's own themes, sorted.
#[must_use]
pub fn names(paths: &Paths) -> Vec<String> {
    let files = std::fs::read_dir(paths.themes_dir()).into_iter().flatten().flatten();
    let name = |file: std::fs::DirEntry| file.file_name().to_str()?.strip_suffix(".toml").map(str::to_owned);
    let mut names: Vec<String> = files
        .filter_map(name)
        .filter(|name| paths.theme_file(name).is_some())
        .collect();
    names.sort_unstable();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_is_found_by_its_name_and_by_no_path() {
        let dir = tempfile::tempdir().unwrap();
        let paths = Paths::under(dir.path());
        std::fs::create_dir_all(paths.themes_dir()).unwrap();
        std::fs::write(paths.themes_dir().join("sea.toml"), "base = \"dark\"").unwrap();
        std::fs::write(paths.themes_dir().join("no name.toml"), "").unwrap();
        std::fs::write(dir.path().join("config/other.toml"), "").unwrap();
        assert_eq!(read(&paths, "sea").unwrap().unwrap().text, "base = \"dark\"");
        assert_eq!(read(&paths, "sky").unwrap(), None);
        assert_eq!(read(&paths, "../other").unwrap(), None);
        assert_eq!(names(&paths), ["sea"]);
    }
}
