//! A database is copied while the portal serves, and put back; and one that is lost, or whose keys are, is not taken for a
//! new one.

#[path = "support/running.rs"]
mod running;

use running::{Running, folder, portal, run, text};
use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// A portal with its data in a folder of its own.
struct House(PathBuf);

impl House {
    fn new(name: &str) -> Self {
        Self(folder(name))
    }

    fn database(&self) -> PathBuf {
        self.0.join("data/portal.db")
    }

    fn keys(&self) -> PathBuf {
        self.0.join("keys")
    }

    fn command(&self) -> Command {
        let mut command = portal();
        command.env("PORTAL_DATABASE_URL", format!("sqlite://{}", self.database().display()));
        command.env("PORTAL_KEYS_DIR", self.keys());
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        run(self.command().args(arguments))
    }

    fn add(&self, login: &str) {
        let add = ["staff", "add", "--municipality", "vejle", "--role", "lead", "--name", login, login];
        let added = self.run(&add);
        assert!(added.status.success(), "{}", text(&added.stderr));
    }

    fn knows(&self, login: &str) -> bool {
        self.run(&["staff", "renew", login]).status.success()
    }

    /// Runs a command that must not succeed; what it says.
    fn refuse(&self, arguments: &[&str]) -> String {
        let refused = self.run(arguments);
        assert!(!refused.status.success(), "{arguments:?}: {}", text(&refused.stdout));
        text(&refused.stderr)
    }
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("it is there").permissions().mode() & 0o777
}

#[test]
fn what_was_written_last_is_in_a_backup_taken_while_the_portal_serves_and_comes_back() {
    let house = House::new("backup");
    house.add("before");
    let server = Running::start_with(&mut house.command());
    house.add("last");
    let file = house.0.join("backup.db");
    let name = file.to_str().expect("a name");
    let taken = house.run(&["backup", name]);
    assert!(taken.status.success(), "{}", text(&taken.stderr));
    assert_eq!(mode(&file), 0o600);
    assert!(!file.with_extension("db-wal").exists(), "one file is all");
    assert!(server.get("/readyz").starts_with("HTTP/1.1 200"));
    assert!(house.refuse(&["backup", name]).contains("exists"), "nothing is written over");

    house.add("later");
    assert!(house.refuse(&["restore", name]).contains("stop it first"), "while it serves");
    assert!(house.knows("later"), "and nothing has changed");
    server.signal("TERM");
    assert!(server.end().1);
    let restored = house.run(&["restore", name]);
    assert!(restored.status.success(), "{}", text(&restored.stderr));
    assert!(text(&restored.stdout).contains("portal.db.before"), "{}", text(&restored.stdout));
    assert!(house.knows("before") && house.knows("last") && !house.knows("later"));
    assert_eq!(mode(&house.database()), 0o600);
    assert!(house.refuse(&["restore", name]).contains("move it away first"), "the one before is not lost");
    let server = Running::start_with(&mut house.command());
    assert!(server.get("/readyz").starts_with("HTTP/1.1 200"));
}

#[test]
fn a_database_that_is_damaged_or_gone_with_its_log_left_is_restored_whole() {
    for (name, damage) in [("damaged", true), ("gone", false)] {
        let house = House::new(&format!("restore-{name}"));
        house.add("anna");
        let file = house.0.join("backup.db");
        let backup = file.to_str().expect("a name").to_owned();
        assert!(house.run(&["backup", &backup]).status.success());
        let mut server = Running::start_with(&mut house.command());
        for login in ["bente", "carl", "dorte"] {
            house.add(login);
        }
        server.child.kill().expect("killed");
        server.child.wait().expect("an end");
        if damage {
            fs::write(house.database(), vec![7; 8192]).expect("damaged");
        } else {
            fs::remove_file(house.database()).expect("gone");
        }
        let restored = house.run(&["restore", &backup]);
        assert!(restored.status.success(), "{name}: {}", text(&restored.stderr));
        assert!(house.knows("anna") && !house.knows("carl"), "{name}");
        let again = house.0.join("again.db");
        assert!(
            house.run(&["backup", again.to_str().expect("a name")]).status.success(),
            "{name}: it is whole"
        );
    }
}

#[test]
fn what_is_no_backup_of_this_portal_changes_nothing() {
    let (house, other) = (House::new("backup-own"), House::new("backup-other"));
    for house in [&house, &other] {
        house.add("anna");
    }
    let foreign = other.0.join("foreign.db");
    assert!(other.run(&["backup", foreign.to_str().expect("a name")]).status.success());
    let damaged = house.0.join("damaged.db");
    let mut bytes = fs::read(&foreign).expect("read");
    let half = bytes.len() / 2;
    bytes[half..].fill(7);
    fs::write(&damaged, bytes).expect("written");
    let rubbish = house.0.join("rubbish.db");
    fs::write(&rubbish, "no database").expect("written");
    let missing = house.0.join("missing.db");
    for (file, says) in [
        (&foreign, "not the one this database was written with"),
        (&damaged, "damaged.db"),
        (&rubbish, "rubbish.db"),
        (&missing, "missing.db"),
    ] {
        let said = house.refuse(&["restore", file.to_str().expect("a name")]);
        assert!(said.contains(says), "{}: {said}", file.display());
    }
    assert!(house.knows("anna"));
    assert!(!house.database().with_extension("db.restoring").exists(), "nothing is left beside it");
    let postgres = run(portal().env("PORTAL_DATABASE_URL", "postgres://x/y").args(["backup", "z"]));
    assert!(text(&postgres.stderr).contains("pg_dump"), "{}", text(&postgres.stderr));
}

#[test]
fn a_database_that_was_emptied_and_keys_that_are_lost_or_others_are_no_new_beginning() {
    let house = House::new("lost");
    house.add("anna");
    assert_eq!(mode(&house.database()), 0o600, "nobody else reads it, whatever the folder is");
    for purpose in ["codes", "forms", "pepper", "desk"] {
        let (key, aside) = (house.keys().join(purpose), house.keys().join("aside"));
        fs::rename(&key, &aside).expect("moved");
        let said = house.refuse(&["staff", "renew", "anna"]);
        assert!(said.contains(&format!("“{purpose}”")) && !key.exists(), "{said}");
        fs::copy(house.keys().join("talks"), &key).expect("another key");
        assert!(house.refuse(&["staff", "renew", "anna"]).contains(&format!("“{purpose}”")));
        fs::rename(&aside, &key).expect("moved back");
    }
    let moved = house.0.join("moved");
    fs::rename(house.keys(), &moved).expect("moved");
    house.refuse(&["staff", "renew", "anna"]);
    assert!(!house.keys().exists(), "no keys are made for a database that has some");
    fs::rename(&moved, house.keys()).expect("moved back");
    fs::set_permissions(house.keys(), fs::Permissions::from_mode(0o777)).expect("changed");
    assert!(house.refuse(&["staff", "renew", "anna"]).contains("must be 700"));
    fs::set_permissions(house.keys(), fs::Permissions::from_mode(0o700)).expect("changed");
    assert!(house.knows("anna"));
    fs::write(house.database(), "").expect("emptied");
    let said = house.refuse(&["staff", "renew", "anna"]);
    assert!(said.contains("restore a backup"), "{said}");
}

#[test]
fn after_a_stop_all_is_in_one_file() {
    let house = House::new("stopped");
    let server = Running::start_with(&mut house.command());
    house.add("anna");
    server.signal("TERM");
    assert!(server.end().1);
    let log = PathBuf::from(format!("{}-wal", house.database().display()));
    assert!(!log.exists(), "the log of writes is empty and gone");
    assert!(house.knows("anna"));
}
