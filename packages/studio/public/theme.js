// Runs before the first paint, so that a chosen theme does not flash. Without a choice the system's preference holds.
try {
  const theme = localStorage.getItem('sente-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is closed to this page: the system's preference holds.
}
