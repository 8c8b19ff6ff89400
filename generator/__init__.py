"""nigao (拟稿): writes the annual self-assessment report of a county from structured data."""
