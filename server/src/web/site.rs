//! The site's files: style sheet, fonts, icon, script and WebAssembly. Their names hold a digest of
//! their content, so that a browser may keep them for good. All are read once and held in memory.

use crate::web::compression::CompressedBody;
use app::ui::document::{Bundle, SiteFiles};
use axum::body::Bytes;
use serde::Deserialize;
use std::{
    collections::HashMap,
    env, fs, io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};
use thiserror::Error;
use tokio::{task::spawn_blocking, time::timeout};

/// The largest file of another version, in bytes, and how long it is waited for.
const LARGEST: u64 = 4 * 1024 * 1024;
const PATIENCE: Duration = Duration::from_secs(2);

/// Why the site's files cannot be served.
#[derive(Debug, Error)]
pub enum SiteError {
    #[error("the site's files are not beside the binary: run `make build`, or set PORTAL_SITE_DIR")]
    NotFound,
    #[error("{path}: {error}")]
    Unreadable { path: PathBuf, error: io::Error },
    #[error("{path}: {error}")]
    BadManifest { path: PathBuf, error: serde_json::Error },
}

/// The names given at build, by what they are for.
#[derive(Deserialize)]
struct Manifest {
    style: String,
    desk_style: String,
    plan_style: String,
    icon: String,
    font_regular: String,
    font_semibold: String,
    steps: String,
    desk_script: String,
    plan_script: String,
    bundles: Bundles,
    /// Files that only other files name.
    #[serde(default)]
    others: Vec<String>,
}

/// What is loaded for each island.
#[derive(Deserialize)]
struct Bundles {
    find_help: BundleNames,
    deadline: BundleNames,
    plan: BundleNames,
}

#[derive(Deserialize)]
struct BundleNames {
    script: String,
    wasm: String,
}

/// A file ready to be sent.
pub struct SiteFile {
    pub content_type: &'static str,
    pub body: CompressedBody,
}

/// All files, by name.
pub struct Site {
    pub names: Arc<SiteFiles>,
    files: HashMap<String, Arc<SiteFile>>,
    /// A folder with the files of other versions too.
    shared: Option<PathBuf>,
}

impl Site {
    /// Reads the site in `dir`, or the one found beside the binary.
    ///
    /// # Errors
    /// Where there is none, or a file of its manifest is missing.
    pub fn load(dir: Option<&Path>) -> Result<Self, SiteError> {
        let dir = dir.map(Path::to_owned).or_else(beside_binary).ok_or(SiteError::NotFound)?;
        let path = dir.join("manifest.json");
        let text =
            fs::read_to_string(&path).map_err(|error| SiteError::Unreadable { path: path.clone(), error })?;
        let manifest: Manifest =
            serde_json::from_str(&text).map_err(|error| SiteError::BadManifest { path, error })?;
        let Bundles { find_help, deadline, plan } = &manifest.bundles;
        let mut files = HashMap::new();
        let main = [
            &manifest.style,
            &manifest.desk_style,
            &manifest.plan_style,
            &manifest.icon,
            &manifest.steps,
            &manifest.desk_script,
            &manifest.plan_script,
            &manifest.font_regular,
            &manifest.font_semibold,
            &find_help.script,
            &find_help.wasm,
            &deadline.script,
            &deadline.wasm,
            &plan.script,
            &plan.wasm,
        ];
        for name in main.into_iter().chain(&manifest.others) {
            files.insert(name.clone(), Arc::new(read_file(&dir.join("assets"), name)?));
        }
        let address = |name: &str| format!("/assets/{name}");
        let bundle =
            |names: &BundleNames| Bundle { script: address(&names.script), wasm: address(&names.wasm) };
        let names = Arc::new(SiteFiles {
            style: address(&manifest.style),
            desk_style: address(&manifest.desk_style),
            plan_style: address(&manifest.plan_style),
            icon: address(&manifest.icon),
            font_regular: address(&manifest.font_regular),
            font_semibold: address(&manifest.font_semibold),
            steps: address(&manifest.steps),
            desk_script: address(&manifest.desk_script),
            plan_script: address(&manifest.plan_script),
            find_help: bundle(find_help),
            deadline: bundle(deadline),
            plan: bundle(plan),
        });
        Ok(Self { names, files, shared: None })
    }

    /// The same, with a folder that holds the files of other versions: while some servers have the new one and others the
    /// old, each page finds its own, whichever server is asked.
    #[must_use]
    pub fn beside(self, shared: Option<PathBuf>) -> Self {
        Self { shared, ..self }
    }

    /// The file of a name, of this version.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<Arc<SiteFile>> {
        self.files.get(name).map(Arc::clone)
    }

    /// The same from the folder of all versions, which may be slow to answer. A link, or what is far too large, is no file
    /// of the site.
    pub async fn find_shared(&self, name: &str) -> Option<Arc<SiteFile>> {
        let shared = self.shared.clone().filter(|_| is_named_by_content(name))?;
        let name = name.to_owned();
        let read = spawn_blocking(move || {
            let found = fs::symlink_metadata(shared.join(&name)).ok()?;
            (found.is_file() && found.len() <= LARGEST).then(|| read_file(&shared, &name).ok()).flatten()
        });
        timeout(PATIENCE, read).await.ok()?.ok()?.map(Arc::new)
    }
}

/// The folder `site` beside the binary, or one or two levels above it (as in Cargo's target folder).
fn beside_binary() -> Option<PathBuf> {
    let binary = env::current_exe().ok()?;
    binary
        .ancestors()
        .skip(1)
        .take(3)
        .map(|folder| folder.join("site"))
        .find(|site| site.join("manifest.json").is_file())
}

fn read_file(dir: &Path, name: &str) -> Result<SiteFile, SiteError> {
    let read = |name: &str| {
        let path = dir.join(name);
        fs::read(&path).map(Bytes::from).map_err(|error| SiteError::Unreadable { path, error })
    };
    let identity = read(name)?;
    // Fonts are compressed in themselves and have no companions.
    let body = match (read(&format!("{name}.br")), read(&format!("{name}.gz"))) {
        (Ok(br), Ok(gz)) => CompressedBody { identity, br: Some(br), gz: Some(gz) },
        _ => CompressedBody { identity, br: None, gz: None },
    };
    Ok(SiteFile { content_type: content_type(name), body })
}

/// Whether a name is one that the build gives: words, a digest of the content, an ending. It leads out of no folder.
fn is_named_by_content(name: &str) -> bool {
    let Some((stem, ending)) = name.split_once('.') else { return false };
    let Some((words, digest)) = stem.rsplit_once('-') else { return false };
    let is_digest = digest.len() == 16 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_words =
        !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    is_digest && is_words && matches!(ending, "css" | "js" | "wasm" | "svg" | "woff2")
}

fn content_type(name: &str) -> &'static str {
    match Path::new(name).extension().and_then(|ending| ending.to_str()) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}
