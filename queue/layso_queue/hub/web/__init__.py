"""What pages and API share: requests, replies, the door."""
