"""What can be done to accounts, roles and sign-ins; one verb per file."""

from stoep.toegang.commands.activate_account import activate_account
from stoep.toegang.commands.change_account import change_account
from stoep.toegang.commands.change_applicatie import change_applicatie
from stoep.toegang.commands.change_password import change_password
from stoep.toegang.commands.change_rol import change_rol
from stoep.toegang.commands.choose_password import choose_password
from stoep.toegang.commands.confirm_second_factor import begin_second_factor, confirm_second_factor
from stoep.toegang.commands.create_account import create_account
from stoep.toegang.commands.create_applicatie import create_applicatie
from stoep.toegang.commands.create_rol import create_rol
from stoep.toegang.commands.deactivate_account import deactivate_account
from stoep.toegang.commands.derive_cms_rights import derive_cms_rights
from stoep.toegang.commands.forget_old_sign_ins import forget_old_sign_ins
from stoep.toegang.commands.forget_old_verwerkingen import forget_old_verwerkingen
from stoep.toegang.commands.grant_rol import grant_rol
from stoep.toegang.commands.install_standaardrollen import install_standaardrollen
from stoep.toegang.commands.pass_second_factor import pass_second_factor, pass_with_recovery_code
from stoep.toegang.commands.present_password import present_password
from stoep.toegang.commands.remove_applicatie import remove_applicatie
from stoep.toegang.commands.remove_rol import remove_rol
from stoep.toegang.commands.renew_geheim import renew_geheim
from stoep.toegang.commands.replace_recovery_codes import replace_recovery_codes
from stoep.toegang.commands.reset_second_factor import reset_second_factor
from stoep.toegang.commands.revoke_rol import revoke_rol
from stoep.toegang.commands.set_password import set_password
from stoep.toegang.commands.sign_out import sign_out_everywhere
from stoep.toegang.commands.unlock_account import unlock_account

__all__ = [
    "activate_account",
    "begin_second_factor",
    "change_account",
    "change_applicatie",
    "change_password",
    "change_rol",
    "choose_password",
    "confirm_second_factor",
    "create_account",
    "create_applicatie",
    "create_rol",
    "deactivate_account",
    "derive_cms_rights",
    "forget_old_sign_ins",
    "forget_old_verwerkingen",
    "grant_rol",
    "install_standaardrollen",
    "pass_second_factor",
    "pass_with_recovery_code",
    "present_password",
    "remove_applicatie",
    "remove_rol",
    "renew_geheim",
    "replace_recovery_codes",
    "reset_second_factor",
    "revoke_rol",
    "set_password",
    "sign_out_everywhere",
    "unlock_account",
]
