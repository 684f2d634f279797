//! A home of its own for every test: configuration, state, cache, offers and programs in a temporary directory.

#![allow(dead_code, reason = "each test binary uses its own part")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The day on which every test runs.
pub const TODAY: &str = "2026-11-20";

/// A home directory.
pub struct Home {
    folder: tempfile::TempDir,
}

/// What a command answered.
#[derive(Debug)]
pub struct Answer {
    pub out: String,
    pub err: String,
    pub code: i32,
}

impl Home {
    /// An empty home with an empty folder `offers` and an empty folder `bin`, the only one on the `PATH`.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["offers", "bin"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        Self { folder }
    }

    /// A home with the texts of [`OFFERS`] in its folder of offers.
    pub fn with_offers() -> Self {
        let home = Self::new();
        for (name, text) in OFFERS {
            home.write(&format!("offers/{name}"), text);
        }
        home
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Adds a program. Written by another process, because a file that this one still holds open cannot be started.
    pub fn program(&self, name: &str, script: &str) {
        let text = format!("#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n");
        let write = "printf %s \"$2\" > \"$1\" && chmod 755 \"$1\"";
        let path = self.path("bin").join(name);
        let done = Command::new("/bin/sh")
            .args(["-c", write, "sh"])
            .arg(path)
            .arg(text)
            .status()
            .unwrap();
        assert!(done.success());
    }

    /// The variables of a person who speaks English and has nothing of ours outside this home.
    pub fn variables(&self) -> Vec<(String, String)> {
        let place = |name: &str| self.path(name).display().to_string();
        [
            ("HOME", place("")),
            ("PATH", place("bin")),
            ("LANG", "en_GB.UTF-8".to_owned()),
            ("TERM", "xterm-256color".to_owned()),
            ("TREMPLIN_CONFIG_DIR", place("config")),
            ("TREMPLIN_STATE_DIR", place("state")),
            ("TREMPLIN_CACHE_DIR", place("cache")),
            ("TREMPLIN_TODAY", TODAY.to_owned()),
        ]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
    }

    /// The program with these arguments; nothing of the real environment reaches it.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tremplin"));
        command
            .args(arguments)
            .env_clear()
            .envs(self.variables())
            .current_dir(self.folder.path());
        command.stdin(Stdio::null());
        command
    }

    /// Runs the program.
    pub fn run(&self, arguments: &[&str]) -> Answer {
        Answer::of(&self.command(arguments).output().unwrap())
    }

    /// Runs the program on the folder of offers of this home.
    pub fn on_offers(&self, arguments: &[&str]) -> Answer {
        let offers = self.path("offers");
        let mut command = self.command(arguments);
        Answer::of(&command.env("TREMPLIN_OFFERS", offers).output().unwrap())
    }
}

impl Answer {
    pub fn of(output: &Output) -> Self {
        Self {
            out: String::from_utf8(output.stdout.clone()).unwrap(),
            err: String::from_utf8(output.stderr.clone()).unwrap(),
            code: output.status.code().unwrap_or(-1),
        }
    }

    /// The answer, which must have succeeded without a word on standard error.
    #[track_caller]
    pub fn ok(self) -> Self {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "{self:?}");
        self
    }

    /// The answer, which must have failed with this code and nothing on standard output.
    #[track_caller]
    pub fn fails(self, code: i32) -> Self {
        assert_eq!((self.code, self.out.as_str()), (code, ""), "{self:?}");
        assert!(!self.err.is_empty(), "a failure says why");
        self
    }

    pub fn lines(&self) -> Vec<&str> {
        self.out.lines().collect()
    }
}

/// The names and contents of all files below a folder.
pub fn files_below(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(files_below(&path));
        } else {
            let bytes = fs::read(&path).unwrap();
            files.push((path, bytes));
        }
    }
    files.sort();
    files
}

/// Two offers that are open, one that is not, and a page that is none.
pub const OFFERS: &[(&str, &str)] = &[
    (
        "vigie.md",
        "---\ntitle: Stage vigie du phare\norganization: Phare du Nord\nlocation: Brest\ncontract: stage\n\
         deadline: 2026-11-28\n---\n\nVous guetterez les bateaux pendant six mois et tiendrez le journal du phare.\n\n\
         Envoyez votre CV à <vigie@phare.example>, avec pour objet « [VIGIE] Prénom Nom ».\n",
    ),
    (
        "gardienne.md",
        "---\ntitle: Gardien·ne de phare\norganization: Phare du Nord\nlocation: Ouessant\ncontract: CDI\n\
         deadline: 2026-12-15\n---\n\nUn métier de vent et de lumière. CV et lettre de motivation à\n\
         emploi@phare.example, en copie ines@phare.example.\n",
    ),
    (
        "closed.md",
        "---\ntitle: Lighthouse keeper\norganization: North Light\nlocation: Aberdeen\ncontract: permanent\n\
         deadline: 2026-10-01\n---\n\nKeep the light. Send your CV to jobs@northlight.example.\n",
    ),
    (
        "README.md",
        "# Offres du phare\n\nCe dossier contient les offres. Chaque fichier est une annonce.\n",
    ),
];
