resource "aws_iam_account_alias" "house" {
  account_alias = ["first-house", "second-house", "second-house"][var.stage - 1]
}

resource "aws_iam_account_password_policy" "strict" {
  minimum_password_length        = [12, 16, 16][var.stage - 1]
  require_lowercase_characters   = true
  require_uppercase_characters   = true
  require_numbers                = true
  require_symbols                = [true, true, false][var.stage - 1]
  allow_users_to_change_password = [true, false, true][var.stage - 1]
  max_password_age               = [90, 30, null][var.stage - 1]
  password_reuse_prevention      = [null, 5, 24][var.stage - 1]
  hard_expiry                    = [false, true, false][var.stage - 1]
}

resource "aws_iam_user_login_profile" "bob" {
  user                    = aws_iam_user.bob.name
  password_length         = 24
  password_reset_required = true

  depends_on = [aws_iam_account_password_policy.strict]
}

resource "aws_iam_virtual_mfa_device" "phone" {
  virtual_mfa_device_name = "phone"
  path                    = "/people/"

  tags = [{ Team = "blue" }, { Team = "green", Stage = "test" }, {}][var.stage - 1]
}

data "aws_iam_account_alias" "house" {
  depends_on = [aws_iam_account_alias.house]
}
