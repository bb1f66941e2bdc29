//! A citizen who uses a portal that runs in a process of its own, with the demonstration's desk.

#![allow(dead_code, reason = "no test file uses all of it, and each leaves out something else")]

use crate::running::{Running, folder, portal};
use std::{path::PathBuf, process::Command, time::Duration};

pub const NOW: &str = "2026-11-23T10:00:00+01:00";
/// What could tell who somebody is; it stands nowhere else.
pub const FROM: &str = "203.0.113.77";
pub const BROWSER: &str = "Kanariefugl/7.7";
pub const REFERER: &str = "https://kanarie.example/";

/// A portal with the demonstration's desk, and where it stores.
pub struct Desk {
    pub data: PathBuf,
    pub url: String,
}

impl Desk {
    pub fn new(name: &str, url: Option<String>) -> Self {
        let data = folder(name);
        let url = url.unwrap_or_else(|| format!("sqlite://{}/portal.db", data.display()));
        let desk = Self { data, url };
        let filled = desk.command().args(["demo", "--now", NOW]).status().expect("the demonstration runs");
        assert!(filled.success());
        desk
    }

    pub fn command(&self) -> Command {
        let mut command = portal();
        command
            .env("PORTAL_DATABASE_URL", &self.url)
            .env("PORTAL_KEYS_DIR", self.data.join("keys"))
            .env("PORTAL_DEMO", "1")
            // Some of these tests send more than any visitor would.
            .env("PORTAL_QUOTA", "none");
        command
    }

    pub fn start(&self) -> Running {
        Running::start_with(self.command().args(["serve", "--now", NOW]))
    }
}

/// Sends a form as a browser would, with everything in it that could tell who it is.
pub fn post(server: &Running, path: &str, fields: &str) -> String {
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nX-Forwarded-For: {FROM}\r\nForwarded: for={FROM}\r\n\
         User-Agent: {BROWSER}\r\nReferer: {REFERER}\r\nAccept-Language: da-DK\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{fields}",
        server.address.trim_start_matches("http://"),
        fields.len()
    );
    server.try_ask(&request).unwrap_or_default()
}

/// Sends a form with files as a browser would.
pub fn post_files(server: &Running, path: &str, content_type: &str, body: &[u8]) -> String {
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Type: {content_type}\r\n\
         Content-Length: {}\r\n\r\n",
        server.address.trim_start_matches("http://"),
        body.len()
    );
    let patience = Duration::from_mins(5);
    server.try_ask_within(&[head.as_bytes(), body].concat(), patience).unwrap_or_default()
}

/// The value of the first field with a name.
pub fn field(page: &str, name: &str) -> Option<String> {
    let start = page.find(&format!("name=\"{name}\" value=\""))?;
    page[start..].split('"').nth(3).map(str::to_owned)
}

/// Every value that can be chosen for a field.
pub fn offered(page: &str, name: &str) -> Vec<String> {
    page.split("<input")
        .filter(|input| input.contains("radio") && input.contains(&format!("name=\"{name}\"")))
        .filter_map(|input| input.split("value=\"").nth(1)?.split('"').next().map(str::to_owned))
        .collect()
}

/// The return code on a receipt.
pub fn code(page: &str) -> Option<String> {
    let start = page.find("<p class=\"code\">")?;
    let end = start + page[start..].find("</p>")?;
    Some(page[start + 16..end].chars().filter(char::is_ascii_digit).collect())
}
