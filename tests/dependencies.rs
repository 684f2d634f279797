//! What the lock file must hold to: one source, one crossterm, and the crates that were asked for.

#![allow(clippy::unwrap_used, reason = "a lock file that cannot be read fails the test")]

use std::collections::BTreeMap;

/// Every package of the lock file: name, its versions, and where they come from.
fn packages() -> BTreeMap<String, Vec<(String, Option<String>)>> {
    let lock: toml::Table = include_str!("../Cargo.lock").parse().unwrap();
    let mut packages: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for package in lock["package"].as_array().unwrap() {
        let text = |key: &str| package.get(key).and_then(|value| value.as_str()).map(str::to_owned);
        packages
            .entry(text("name").unwrap())
            .or_default()
            .push((text("version").unwrap(), text("source")));
    }
    packages
}

#[test]
fn everything_comes_from_the_registry() {
    for (name, versions) in packages() {
        for (version, source) in versions {
            let source = source.as_deref();
            let ours = name == "tremplin" && source.is_none();
            assert!(
                ours || source == Some("registry+https://github.com/rust-lang/crates.io-index"),
                "{name} {version}"
            );
        }
    }
}

/// Two crossterms in one program fight over raw mode and events.
#[test]
fn there_is_one_crossterm() {
    assert_eq!(packages()["crossterm"].len(), 1);
}

#[test]
fn the_crates_that_were_asked_for_are_there() {
    let packages = packages();
    for name in [
        "ratatui",
        "crossterm",
        "serde",
        "yaml_serde",
        "pulldown-cmark",
        "fuzzy-matcher",
        "directories",
    ] {
        assert!(packages.contains_key(name), "{name}");
    }
    assert!(
        !packages.contains_key("serde_yaml"),
        "archived: `yaml_serde` goes on with it"
    );
}
