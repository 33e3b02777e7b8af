"""Many simulated days, each watched for the line's twelve invariants; and each rule taken away."""
