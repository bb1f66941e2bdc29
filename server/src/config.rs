//! Settings: all from the environment, all typed, all with a safe default.

use crate::web::rate_limiter::Quota;
use axum::http::HeaderValue;
use std::{net::SocketAddr, path::PathBuf, str::FromStr};
use thiserror::Error;
use tracing_subscriber::EnvFilter;

/// A setting that cannot be used.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("{name}: {reason}")]
pub struct ConfigError {
    pub name: &'static str,
    pub reason: String,
}

/// Which engine stores what citizens entrust to the portal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Database {
    /// A file of this process alone.
    Sqlite(PathBuf),
    /// A server that several replicas share.
    Postgres(String),
}

/// All settings.
#[derive(Clone, Debug)]
pub struct Config {
    /// `PORTAL_ADDR`: where to listen.
    pub addr: SocketAddr,
    /// `PORTAL_DATABASE_URL`: `sqlite://PATH` or `postgres://…`.
    pub database: Database,
    /// `PORTAL_KEYS_DIR`: the folder of the portal's own secrets.
    pub keys: PathBuf,
    /// `PORTAL_STANDARDS_DIR`: municipalities' files; without it, those built into the binary.
    pub standards: Option<PathBuf>,
    /// `PORTAL_SITE_DIR`: style sheet, fonts and WebAssembly; without it, those beside the binary.
    pub site: Option<PathBuf>,
    /// `PORTAL_LOG`: what is logged, such as `info` or `warn,server=debug`.
    pub log: String,
    /// `PORTAL_EXIT_URL`: the neutral site that "leave this site" leads to.
    pub exit: HeaderValue,
    /// `PORTAL_PROXIES`: how many reverse proxies stand in front.
    pub proxies: usize,
    /// `PORTAL_QUOTA`: how much is too much.
    pub quota: Quota,
    /// `PORTAL_DEMO`: `1` permits what only tests and demonstrations may do.
    pub demo: bool,
}

impl Config {
    /// Reads the settings through `lookup`, which gives the value of a variable if it is set.
    ///
    /// # Errors
    /// The first setting that cannot be used, with its name and the reason.
    pub fn read(lookup: impl Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
        let get = |name: &'static str, default: &str| lookup(name).unwrap_or_else(|| default.to_owned());
        let bad = |name: &'static str| move |reason: String| ConfigError { name, reason };
        let log = get("PORTAL_LOG", "info");
        EnvFilter::from_str(&log)
            .map_err(|error| bad("PORTAL_LOG")(format!("“{log}” is no log filter: {error}")))?;
        Ok(Self {
            addr: parse_addr(&get("PORTAL_ADDR", "127.0.0.1:3000")).map_err(bad("PORTAL_ADDR"))?,
            database: parse_database(&get("PORTAL_DATABASE_URL", "sqlite://data/portal.db"))
                .map_err(bad("PORTAL_DATABASE_URL"))?,
            keys: get("PORTAL_KEYS_DIR", "data/keys").into(),
            standards: parse_dir(lookup("PORTAL_STANDARDS_DIR")).map_err(bad("PORTAL_STANDARDS_DIR"))?,
            site: parse_dir(lookup("PORTAL_SITE_DIR")).map_err(bad("PORTAL_SITE_DIR"))?,
            log,
            exit: parse_exit(&get("PORTAL_EXIT_URL", "https://www.dmi.dk/"))
                .map_err(bad("PORTAL_EXIT_URL"))?,
            proxies: parse_proxies(&get("PORTAL_PROXIES", "0")).map_err(bad("PORTAL_PROXIES"))?,
            quota: parse_quota(lookup("PORTAL_QUOTA")).map_err(bad("PORTAL_QUOTA"))?,
            demo: parse_flag(&get("PORTAL_DEMO", "0")).map_err(bad("PORTAL_DEMO"))?,
        })
    }
}

fn parse_addr(text: &str) -> Result<SocketAddr, String> {
    text.parse().map_err(|_| format!("“{text}” is no address with a port, such as 127.0.0.1:3000"))
}

fn parse_database(text: &str) -> Result<Database, String> {
    if let Some(path) = text.strip_prefix("sqlite://")
        && !path.is_empty()
    {
        return Ok(Database::Sqlite(path.into()));
    }
    if text.starts_with("postgres://") || text.starts_with("postgresql://") {
        return Ok(Database::Postgres(text.to_owned()));
    }
    // The value itself may hold a password and is not repeated.
    Err("must begin with sqlite:// and a path, or with postgres://".to_owned())
}

fn parse_dir(path: Option<String>) -> Result<Option<PathBuf>, String> {
    match path.map(PathBuf::from) {
        Some(path) if !path.is_dir() => Err(format!("“{}” is no folder", path.display())),
        path => Ok(path),
    }
}

fn parse_exit(url: &str) -> Result<HeaderValue, String> {
    let host =
        url.strip_prefix("https://").map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    let printable = url.bytes().all(|byte| byte.is_ascii_graphic());
    match host {
        Some(host) if host.contains('.') && printable => {
            HeaderValue::from_str(url).map_err(|error| error.to_string())
        }
        _ => Err(format!("“{url}” is no https:// address")),
    }
}

fn parse_proxies(text: &str) -> Result<usize, String> {
    text.parse()
        .ok()
        .filter(|number| *number <= 8)
        .ok_or_else(|| format!("“{text}” is no number from 0 to 8"))
}

/// `none`, or six numbers as in [`Quota`].
fn parse_quota(text: Option<String>) -> Result<Quota, String> {
    let Some(text) = text else { return Ok(Quota::ORDINARY) };
    if text == "none" {
        return Ok(Quota::NONE);
    }
    let numbers: Option<Vec<u32>> = text.split(',').map(|number| number.trim().parse().ok()).collect();
    match numbers.as_deref() {
        Some(&[holds, client, pending, closed, wrong, at_once]) if holds > 0 => {
            Ok(Quota { holds: holds as usize, client, pending, closed, wrong, at_once })
        }
        _ => Err(format!("“{text}” is neither `none` nor six numbers such as 8,6,60,300,10,4")),
    }
}

fn parse_flag(text: &str) -> Result<bool, String> {
    match text {
        "0" => Ok(false),
        "1" => Ok(true),
        _ => Err(format!("“{text}” must be 0 or 1")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(name: &'static str, value: &'static str) -> Result<Config, ConfigError> {
        Config::read(|asked| (asked == name).then(|| value.to_owned()))
    }

    #[test]
    fn nothing_needs_to_be_set() {
        let config = Config::read(|_| None).expect("the defaults hold");
        assert!(config.addr.ip().is_loopback());
        assert!(!config.demo);
        assert_eq!(config.database, Database::Sqlite("data/portal.db".into()));
    }

    #[test]
    fn every_bad_value_names_its_setting() {
        for (name, value) in [
            ("PORTAL_ADDR", "localhost"),
            ("PORTAL_DATABASE_URL", "mysql://x"),
            ("PORTAL_DATABASE_URL", "sqlite://"),
            ("PORTAL_STANDARDS_DIR", "/no/such/folder"),
            ("PORTAL_SITE_DIR", "/no/such/folder"),
            ("PORTAL_LOG", "info=what=this"),
            ("PORTAL_EXIT_URL", "http://www.dmi.dk/"),
            ("PORTAL_EXIT_URL", "https://www.dmi.dk/\r\nSet-Cookie: a=b"),
            ("PORTAL_PROXIES", "many"),
            ("PORTAL_QUOTA", "8,6,60"),
            ("PORTAL_QUOTA", "0,6,60,300,10,4"),
            ("PORTAL_DEMO", "yes"),
        ] {
            let error = with(name, value).expect_err(value);
            assert_eq!(error.name, name);
            assert!(!error.reason.is_empty());
        }
    }

    #[test]
    fn a_database_password_is_not_repeated_in_the_error() {
        let error = with("PORTAL_DATABASE_URL", "mysql://u:hemmelig@h/d").expect_err("refused");
        assert!(!error.to_string().contains("hemmelig"));
    }
}
