// The browser comes from a package or from the system (see docs/dependencies.md); never download one.
module.exports = { skipDownload: true };
